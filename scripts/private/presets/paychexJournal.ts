import { definePreset, type PresetPart } from './preset.ts'

/** Paychex' payroll worksheet: a row for each employee, hours by kind, a salary as an amount. */
export const paychexJournal = definePreset({
  id: 'paychex_journal',
  system: 'Paychex',
  report: 'payroll journal',
  fingerprint: { all: ['Employee Information', 'Salary', 'Reg Hrs', 'O/T Hr'] },
  parts: [
    // Of the salaried some have hours as well: one line, or their week would count beside them.
    earning('regular pay', 'regular', { hours: 'Reg Hrs', amount: 'Salary' }),
    earning('overtime hours', 'overtime', { hours: 'O/T Hr' }),
    earning('paid time off', 'pto', { hours: 'PTO' }),
    earning('holiday', 'holiday', { hours: 'Holiday' }),
  ],
  caveats: [
    'hours stand without pay, so staff cost has salaries alone',
    'people are known by name, "Last, First"; write them so in the staff tab',
  ],
})

function earning(name: string, code: string, columns: { hours?: string; amount?: string }): PresetPart {
  return {
    name,
    dataset: 'payroll',
    columns: { employee_id: 'Employee Information', ...columns },
    constants: { earning_code: code },
    onlyWith: Object.keys(columns),
    numbered: { field: 'check_seq', headers: [] },
  }
}
