import { agingBucketsReport, agingTo90Report, openemrCollectionsReport } from './agingReports.ts'
import { athenaScheduleReport } from './athenaScheduleReport.ts'
import { collaborateScheduleReport } from './collaborateScheduleReport.ts'
import { drchronoLinesReport } from './drchronoLinesReport.ts'
import { ecwAppointmentsReport } from './ecwAppointmentsReport.ts'
import { ecwEncountersReport } from './ecwEncountersReport.ts'
import { ecwMonthsReport } from './ecwMonthsReport.ts'
import { ecwPaymentsReport } from './ecwPaymentsReport.ts'
import { ecwWaitLogReport } from './ecwWaitLogReport.ts'
import { kareoAppointmentsReport } from './kareoAppointmentsReport.ts'
import { kareoChargesReport } from './kareoChargesReport.ts'
import { openemrAppointmentsReport, openemrShortReport } from './openemrAppointmentsReport.ts'
import { payrollSamples } from './payrollSamples.ts'
import { pivotBillingReport, pivotChargesReport, pivotTransactionsReport } from './pivotBillingReports.ts'
import { pivotSchedulingReport } from './pivotSchedulingReport.ts'
import type { SampleReport } from './sampleReport.ts'
import { x12RemittanceReport } from './x12RemittanceReport.ts'

/** One report of every preset; a new one needs a line here. */
export const everyReport: readonly SampleReport[] = [
  agingBucketsReport,
  agingTo90Report,
  athenaScheduleReport,
  collaborateScheduleReport,
  drchronoLinesReport,
  ecwAppointmentsReport,
  ecwEncountersReport,
  ecwMonthsReport,
  ecwPaymentsReport,
  ecwWaitLogReport,
  kareoAppointmentsReport,
  kareoChargesReport,
  openemrAppointmentsReport,
  openemrCollectionsReport,
  openemrShortReport,
  ...payrollSamples,
  pivotBillingReport,
  pivotChargesReport,
  pivotSchedulingReport,
  pivotTransactionsReport,
  x12RemittanceReport,
]
