import { cells, type SampleReport } from './sampleReport.ts'

/** Headers as they stand in the documented report. */
export const ecwMonthsHeaders =
  'Appointment / Servicing Provider|Location|Month|CPT Code|None|Billed Charge|Payer Charge|Self Charge|Payment|Payments %|Payer Payment|Patient Payment|Contractual Adjustment|Payer Withheld|Writeoff Adjustment|Refund|Patient Count|Claim Count|Units|Change in A/R|Collection %'.split(
    '|',
  )

/** A provider, site, month and procedure as a row has them. */
export const ecwOctober =
  'Birch, Ada,|Northside|October_2026|99213||1,000.00|900.00|100.00|600.00|60%|550.00|50.00|250.00|10.00|5.00|20.00|8|9|10|155.00|80%'

/** eClinicalWorks' monthly summary with its total. */
export const ecwMonthsReport: SampleReport = {
  file: 'ecw-summary.csv',
  preset: 'ecw_months',
  content: [
    ecwMonthsHeaders,
    ...cells([
      ecwOctober,
      ecwOctober.replace('99213', '99214'),
      'Total|||||2,000.00|1,800.00|200.00|1,200.00||1,100.00|100.00|500.00|20.00|10.00|40.00|16|18|20|310.00|',
    ]),
  ],
}
