import type { SampleReport } from './sampleReport.ts'

/** Headers as they stand in the documented report. */
export const ecwPaymentHeaders = [
  ...[
    'CPT Code',
    'Facility Name',
    'Facility POS',
    'Rendering Provider Name',
    'Patient Name',
    'Patient Acct No',
  ],
  ...[
    'Payer Name',
    'Service Date',
    'Claim Date',
    'Payment Date',
    'Payment Check Date',
    'Payment Deposit Date',
  ],
  ...[
    'Payment EOB Date',
    'Payment Posted Date',
    'Payment Check No',
    'Payment Type',
    'Payer Type',
    'Claim No',
  ],
  ...[
    'CPT Group Name',
    'Payment ID',
    'Payment',
    'Payer Payment',
    'Patient Payment',
    'Contractual Adjustment',
    'Payer Withheld',
  ],
]

/** A payment with what was adjusted and withheld beside it. */
export const ecwPaymentRow = [
  ...[
    '99213',
    'Northside',
    '11',
    'Birch, Ada,',
    'Invented Person',
    '77',
    'Acme',
    '10/02/2026',
    '10/03/2026',
    '10/19/2026',
  ],
  ...[
    '10/18/2026',
    '10/21/2026',
    '10/17/2026',
    '10/20/2026',
    '4711',
    'Insurance',
    'Primary',
    '88',
    'E&M',
    '5',
    '80',
  ],
  ...['80', '0', '15', '15'],
]

/** eClinicalWorks' payment detail: one line with an amount in three columns. */
export const ecwPaymentsReport: SampleReport = {
  file: 'ecw-payments.csv',
  preset: 'ecw_payments',
  content: [ecwPaymentHeaders, ecwPaymentRow],
}
