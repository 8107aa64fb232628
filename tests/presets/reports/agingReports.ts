import { cells, split, type SampleReport } from './sampleReport.ts'

/** Headers as OpenEMR writes them with its checkboxes for SSN and the like. */
export const openemrCollectionHeaders = split(
  'Insurance, Name, SSN, DOB, Invoice, DOS, Referrer, Provider, Charge, Adjust, Paid, Balance, Aging Days',
)

/** OpenEMR's collections: open invoices, one with a credit; "12.10" is no number. */
export const openemrCollectionsReport: SampleReport = {
  file: 'openemr-collections.csv',
  preset: 'openemr_collections',
  pin: 'constants: { responsibility: insurance }',
  content: [
    openemrCollectionHeaders,
    ...cells([
      'Acme|Invented Person|000-00-0000|1970-01-01|12.10|2026-10-01||7|200.00|100.00|20.00|80.00|30',
      'Acme|Invented Person|000-00-0000|1970-01-01|12.11|2026-09-15||7|150.00|0.00|0.00|150.00|46',
      'Medicare|Other Person|000-00-0001|1971-01-01|13.2|2026-05-01||7|90.00|0.00|100.00|-10.00|183',
    ]),
  ],
}

/** A line a month end, with what is not due yet apart and one column for all over 90 days; it says neither who owes nor how many do. */
export const agingTo90Report: SampleReport = {
  file: 'aging-to-90.csv',
  preset: 'aging_to_90',
  content: [
    split('As Of, Current, 1 - 30, 31 - 60, 61 - 90, Over 90, Total'),
    ...cells([
      '2026-08-31|400.00|300.00|200.00|100.00|50.00|1,050.00',
      '2026-09-30|500.00|300.00|0.00|100.00|75.50|975.50',
    ]),
  ],
}

/** An aging report with a column for each age in dollars and in percent, and its total. */
export const agingBucketsReport: SampleReport = {
  file: 'aging-buckets.csv',
  preset: 'aging_buckets',
  pin: 'constants: { as_of: 2026-10-31, responsibility: insurance }',
  content: [
    ['A/R aging'],
    split('Payer, Current, Current %, 30-60, 30-60 %, 60-90, 60-90 %, 90-120, 90-120 %, 120+, 120+ %, Total'),
    ...cells([
      'Acme|1,000.00|50%|500.00|25%|300.00|15%|0.00|0%|200.00|10%|2,000.00',
      'Medicare|400.00|80%|100.00|20%|0.00|0%|0.00|0%|0.00|0%|500.00',
      'Total|1,400.00|56%|600.00|24%|300.00|12%|0.00|0%|200.00|8%|2,500.00',
    ]),
  ],
}
