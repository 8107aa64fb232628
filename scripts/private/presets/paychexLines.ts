import { definePreset } from './preset.ts'

/** Paychex' layout of pay lines: a row for each employee, day and pay component. */
export const paychexLines = definePreset({
  id: 'paychex_lines',
  system: 'Paychex',
  report: 'pay lines',
  fingerprint: { all: ['Worker ID', 'Pay Component', 'Rate Number', 'Line Date', 'Check Seq Number'] },
  parts: [
    {
      name: 'lines',
      dataset: 'payroll',
      columns: {
        employee_id: 'Worker ID',
        earning_code: 'Pay Component',
        period_start: 'Line Date',
        period_end: 'Line Date',
        pay_date: ['Check Date', 'Line Date'],
        hours: 'Hours',
        amount: 'Amount',
      },
      numbered: {
        field: 'check_seq',
        headers: ['Check Seq Number', 'Org', 'Job Number', 'Rate Number', 'Pay Component'],
      },
    },
  ],
  caveats: ['a line is worked and paid on its line date, because it has no other'],
})
