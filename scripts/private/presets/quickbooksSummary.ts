import { definePreset } from './preset.ts'

const person = {
  employee_id: 'Employee',
  period_start: 'Payroll period start',
  period_end: 'Payroll period end',
  pay_date: 'Pay day',
} as const

const numbered = { field: 'check_seq', headers: [] } as const

/** QuickBooks' payroll summary: items down the side, employees across. */
export const quickbooksSummary = definePreset({
  id: 'quickbooks_summary',
  system: 'QuickBooks',
  report: 'payroll summary',
  reshape: {
    kind: 'transposed',
    title: 'Payroll Summary',
    earnings: { from: 'Gross Pay', to: 'Total Gross Pay' },
    lines: ['Total Employer Taxes and Contributions'],
  },
  fingerprint: { all: ['Employee', 'Payroll period end', 'Pay day', 'Total Gross Pay'] },
  parts: [
    {
      name: 'earnings',
      dataset: 'payroll',
      columns: person,
      each: { hours: '* (Hours)', rate: '* (Rate)', amount: '* (Amount)' },
      numbered,
    },
    {
      name: 'employer taxes',
      dataset: 'payroll',
      columns: { ...person, employer_taxes: 'Total Employer Taxes and Contributions' },
      constants: { earning_code: 'other' },
      onlyWith: 'employer_taxes',
      numbered,
    },
  ],
  wholes: [{ header: 'Total Gross Pay', of: 'earnings' }],
  caveats: [
    'it sums paychecks by pay day; the days of its title count as the pay period, and the last of them as the pay day',
    'people are known by name; write them in the staff tab as the report has them',
  ],
})
