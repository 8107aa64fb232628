import { definePreset } from './preset.ts'

const person = {
  employee_id: 'Employee',
  period_start: 'Payroll period start',
  period_end: 'Payroll period end',
  pay_date: 'Pay day',
} as const

/** Two earnings that are other pay are two, and two checks of one period as well: of two pay days, or of a run of its own. */
const numbered = { field: 'check_seq', headers: ['Pay day', 'Payroll'] } as const

/** Gusto's payroll journal: a section for each payroll, a row for each employee, columns for each earning. */
export const gustoJournal = definePreset({
  id: 'gusto_journal',
  system: 'Gusto',
  report: 'payroll journal',
  reshape: {
    kind: 'sections',
    title: 'Payroll Journal Report',
    header: ['Last Name', 'First Name'],
    lines: [
      {
        endsWith: 'payroll period',
        gives: ['Payroll period start', 'Payroll period end'],
        named: 'Payroll',
      },
      { endsWith: 'Pay day', gives: ['Pay day'] },
    ],
    joined: { header: 'Employee', of: ['Last Name', 'First Name'] },
  },
  fingerprint: {
    all: ['Last Name', 'First Name', 'Gross Earnings', 'Payroll period end', 'Pay day', 'Employee'],
  },
  parts: [
    {
      name: 'earnings',
      dataset: 'payroll',
      columns: person,
      each: {
        hours: '* (Hours)',
        rate: '* (Rate)',
        amount: '* (Amount)',
        between: ['Payment', 'Gross Earnings'],
      },
      numbered,
    },
    {
      name: 'employer taxes',
      dataset: 'payroll',
      columns: { ...person, employer_taxes: 'Employer Taxes' },
      constants: { earning_code: 'other' },
      onlyWith: 'employer_taxes',
      numbered,
    },
  ],
  wholes: [{ header: 'Gross Earnings', of: 'earnings' }],
  caveats: ['people are known by name, "Last, First"; write them so in the staff tab'],
})
