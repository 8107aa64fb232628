import {
  adpReport,
  gustoReport,
  paychexJournalReport,
  paychexLinesReport,
  quickbooksReport,
} from './payrollReports.ts'
import type { SampleReport } from './sampleReport.ts'

const paidWeekly = 'pay_period: { days: 7, paid_after: 5 }'

/** Payroll as four systems export it; what says a pay day and no period needs the practice's rule. */
export const payrollSamples: readonly SampleReport[] = [
  { file: 'adp-hours.csv', preset: 'adp_hours', content: adpReport, pin: paidWeekly },
  { file: 'gusto-journal.csv', preset: 'gusto_journal', content: gustoReport },
  {
    file: 'paychex-journal.csv',
    preset: 'paychex_journal',
    content: paychexJournalReport,
    pin: `constants: { pay_date: 2026-10-16 }, ${paidWeekly}`,
  },
  { file: 'paychex-lines.csv', preset: 'paychex_lines', content: paychexLinesReport },
  { file: 'quickbooks-summary.csv', preset: 'quickbooks_summary', content: quickbooksReport },
]
