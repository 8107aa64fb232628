import {
  adpReport,
  gustoReport,
  paychexJournalReport,
  paychexLinesReport,
  quickbooksReport,
} from './payrollReports.ts'
import type { SampleReport } from './sampleReport.ts'

/** The payroll reports as files of a folder; two do not say their days, which the config does then. */
export const payrollSamples: readonly SampleReport[] = [
  {
    file: 'adp-hours.csv',
    preset: 'adp_hours',
    content: adpReport,
    pin: 'pay_period: { days: 7, paid_after: 5 }',
  },
  { file: 'gusto-journal.csv', preset: 'gusto_journal', content: gustoReport },
  {
    file: 'paychex-journal.csv',
    preset: 'paychex_journal',
    content: paychexJournalReport,
    pin: 'pay_period: { days: 14, paid_after: 5 }, constants: { pay_date: 2026-10-16 }',
  },
  { file: 'paychex-lines.csv', preset: 'paychex_lines', content: paychexLinesReport },
  { file: 'quickbooks-summary.xlsx', preset: 'quickbooks_summary', content: quickbooksReport },
]
