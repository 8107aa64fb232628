import { defineMetric } from './defineMetric.ts'

/** K32, hundredths of work RVUs, by service date: how much work was done, whatever it is paid. */
export const workRvus = defineMetric({
  kind: 'sum',
  id: 'work_rvus',
  kpi: 'K32',
  label: 'Work RVUs',
  unit: 'wrvu',
  direction: 'up',
  dateBasis: 'service_date',
  maturityDays: null,
  dimensions: ['provider'],
  summary: 'How much work was done, whatever it is paid.',
  formula:
    'Units × work RVU of the procedure and its modifiers in the schedule of the year of service, over charge lines of the service months, by rendering provider.',
  notes: [
    'The wRVU column of the charges counts where it is filled, else the wRVU table of the year of service; codes in neither are left out, and Data health counts them.',
    'In 2026 Medicare lowered the work RVUs of most procedures by 2.5 %: without a table of 2026 they would be left out, and with that of 2025 too high.',
    'Modifiers count as Medicare pays for them: 50 × 1.5, 51 and 52 × 0.5, 62 × 0.625, 80 × 0.16, TC nothing; 26 is the work itself. A row of the table with the modifier overrules that.',
    'The last weeks grow while charges are still being entered.',
    'Not by full-time equivalents yet.',
  ],
  tabs: ['Billing', 'wRVU table'],
  needs: ['billing_lines', 'work_rvus'],
  benchmark: null,
  numerator: [{ fact: 'work_rvus', measure: 'wrvu_hundredths' }],
})
