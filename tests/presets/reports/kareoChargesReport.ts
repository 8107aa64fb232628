import type { Row } from '../../../scripts/private/sources/source.ts'
import type { SampleReport } from './sampleReport.ts'

/** Headers as they stand in the service description, those that matter. */
export const kareoChargeHeaders = [
  ...['ID', 'CreatedDate', 'EncounterID', 'PatientID', 'PatientName', 'ServiceStartDate', 'PostingDate'],
  ...['RenderingProviderName', 'ServiceLocationName', 'ProcedureCode', 'ProcedureModifier1', 'Units'],
  ...['TotalCharges', 'Receipts', 'PatientBalance', 'InsuranceBalance', 'TotalBalance'],
  ...[
    'PrimaryInsurancePaymentPostingDate',
    'PrimaryInsuranceAdjudicationDate',
    'PrimaryInsuranceInsurancePayment',
  ],
  ...['PrimaryInsuranceInsuranceContractAdjustment', 'PrimaryInsuranceInsuranceContractAdjustmentReason'],
  ...['PrimaryInsuranceInsuranceSecondaryAdjustment', 'PrimaryInsuranceInsuranceSecondaryAdjustmentReason'],
  'PrimaryInsuranceCompanyName',
  ...[
    'SecondaryInsurancePaymentPostingDate',
    'SecondaryInsuranceInsurancePayment',
    'SecondaryInsuranceCompanyName',
  ],
  ...['PatientPaymentPostingDate', 'PatientPaymentAmount', 'OtherAdjustment'],
]

/** A line with the cells that a test names; the rest is blank. */
export function kareoChargeLine(cells: Readonly<Record<string, string>>): Row {
  return kareoChargeHeaders.map((header) => cells[header] ?? null)
}

/** A line that two payers and the patient paid. */
export const paidCharge = {
  ID: '9001',
  EncounterID: '501',
  PatientID: '77',
  PatientName: 'Invented Person',
  ServiceStartDate: '10/02/2026',
  PostingDate: '10/03/2026',
  RenderingProviderName: 'Ada Birch',
  ServiceLocationName: 'Northside',
  ProcedureCode: '99213',
  Units: '1.000',
  TotalCharges: '$200.00',
  Receipts: '$130.00',
  PrimaryInsurancePaymentPostingDate: '10/20/2026',
  PrimaryInsuranceInsurancePayment: '$80.00',
  PrimaryInsuranceInsuranceContractAdjustment: '$40.00',
  PrimaryInsuranceInsuranceContractAdjustmentReason: 'contractual',
  PrimaryInsuranceInsuranceSecondaryAdjustment: '$40.00',
  PrimaryInsuranceInsuranceSecondaryAdjustmentReason: 'contractual',
  PrimaryInsuranceCompanyName: 'Acme',
  SecondaryInsurancePaymentPostingDate: '11/05/2026',
  SecondaryInsuranceInsurancePayment: '$30.00',
  SecondaryInsuranceCompanyName: 'Medicare',
  PatientPaymentPostingDate: '10/02/2026',
  PatientPaymentAmount: '$20.00',
}

/** Tebra's charges: one line that was paid in full. */
export const kareoChargesReport: SampleReport = {
  file: 'tebra-charges.csv',
  preset: 'kareo_charges',
  content: [kareoChargeHeaders, kareoChargeLine(paidCharge)],
}
