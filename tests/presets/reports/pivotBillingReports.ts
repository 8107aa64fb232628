import type { Row } from '../../../scripts/private/sources/source.ts'
import { split, type SampleReport } from './sampleReport.ts'

const service = [
  ...split('Date of Service, Post Date, CPT-4 Code, CPT Code Description, CPT Code Modifier 1'),
  ...split('CPT Code Modifier 2, CPT Code Modifier 3, CPT Code Modifier 4, Units'),
]
const rest = [
  ...split('Work RVUs, CMS Place of Service Code, Primary ICD-10 CM Code, Secondary ICD-10 CM Code'),
  ...split('Third ICD-10 CM Code, Fourth ICD-10 CM Code, 5th through 25th ICD-10 CM Code'),
  ...split('Patient MRN/Identifier, Patient DOB, Patient Gender, Patient City, Patient ZIP Code'),
  ...split("Rendering Provider Full Name, Rendering Provider NPI, Rendering Provider's Primary Specialty"),
  ...split('Rendering Provider Credentials, Billing Provider Full Name, Billing Provider NPI'),
  ...split("Billing Provider's Primary Specialty, Billing Provider Credentials, Practice Name"),
  ...split('Billing Location Name, Department Name, Cost Center, Primary Payer Name, Primary Payer Plan'),
  ...split('Primary Payer Financial Class, Charge ID, Invoice Number / Encounter ID'),
]

/** Headers of the template where charges are a file of their own. */
export const pivotChargeHeaders = [...service, 'Charge Amount', ...rest]

/** Headers of the template where charges and transactions share a file. */
export const pivotBillingHeaders = [
  ...service,
  ...split('Transaction Type, Transaction Description, Amount'),
  ...rest,
]

/** Headers of the template's transactions. */
export const pivotTransactionHeaders = [
  ...split('Transaction ID, Transaction Description, Post Date, Payment Amount, Adjustment Amount'),
  ...split('Refund Amount, Payer Name, Payer Plan, Payer Financial Class, Reason Category'),
  ...split('Claim Adjudication Reason Code, Claim Adjudication Reason Description, Other Reason Detail'),
  ...split('Charge ID, Invoice Number / Encounter ID, Last Modified Date'),
]

type Cells = Readonly<Record<string, string>>

/** Cells under headers by their names; the rest is blank. */
export function under(headers: readonly string[], cells: Cells): Row {
  return headers.map((header) => cells[header] ?? null)
}

const visit: Cells = {
  'Date of Service': '10/02/2026',
  'Post Date': '10/03/2026',
  'CPT-4 Code': '99213',
  Units: '1',
  'Work RVUs': '1.30',
  'CMS Place of Service Code': '11',
  'Primary ICD-10 CM Code': 'Z00.00',
  'Patient MRN/Identifier': '0077',
  'Patient DOB': '01/01/1970',
  'Patient ZIP Code': '02139',
  'Rendering Provider Full Name': 'Birch, Ada',
  'Rendering Provider NPI': '1000000004',
  'Billing Provider Full Name': 'Moss, Cy',
  'Practice Name': 'Invented Practice',
  'Billing Location Name': 'Northside',
  'Primary Payer Name': 'Acme',
  'Primary Payer Plan': 'Acme Gold',
  'Primary Payer Financial Class': 'Commercial',
  'Charge ID': 'C1',
  'Invoice Number / Encounter ID': '12.10',
}
const voided: Cells = {
  ...visit,
  'CPT-4 Code': '99214',
  'Charge ID': 'C2',
  'Work RVUs': '1.92',
  'Invoice Number / Encounter ID': '12.20',
}
const injection: Cells = {
  ...visit,
  'CPT-4 Code': '20610',
  'CPT Code Modifier 1': '50',
  'CPT Code Modifier 2': '59',
  'Charge ID': 'C3',
  'Work RVUs': '0.79',
  'Primary Payer Name': 'Medicare',
  'Primary Payer Plan': '',
  'Primary Payer Financial Class': '',
  'Invoice Number / Encounter ID': '12.30',
}

/** PIVOT's charges: a visit, a line and its void under the same number, an injection. */
export const pivotChargesReport: SampleReport = {
  file: 'PIVOT_BillingCharges_Invented_202610.txt',
  preset: 'pivot_charges',
  content: [
    pivotChargeHeaders,
    under(pivotChargeHeaders, { ...visit, 'Charge Amount': '200.00' }),
    under(pivotChargeHeaders, { ...voided, 'Charge Amount': '150.00' }),
    under(pivotChargeHeaders, {
      ...voided,
      'Post Date': '10/05/2026',
      'Charge Amount': '-150.00',
      'Work RVUs': '-1.92',
      Units: '-1',
    }),
    under(pivotChargeHeaders, { ...injection, 'Charge Amount': '90.00' }),
  ],
}

const ofVisit: Cells = {
  'Transaction ID': '2',
  'Post Date': '10/20/2026',
  'Payer Name': 'Acme',
  'Payer Financial Class': 'Commercial',
  'Charge ID': 'C1',
  'Invoice Number / Encounter ID': '12.10',
}
const ofInjection: Cells = {
  ...ofVisit,
  'Post Date': '10/21/2026',
  'Payer Name': 'Medicare',
  'Payer Financial Class': '',
  'Charge ID': 'C3',
  'Invoice Number / Encounter ID': '12.30',
}

/**
 * PIVOT's transactions of those charges: a payment with its write-off in one row, a copay, the same copay for another
 * line, money that a payer took back and a refund.
 */
export const pivotTransactionsReport: SampleReport = {
  file: 'PIVOT_BillingTransactions_Invented_202610.txt',
  preset: 'pivot_transactions',
  content: [
    pivotTransactionHeaders,
    under(pivotTransactionHeaders, {
      ...ofVisit,
      'Transaction Description': 'Insurance payment',
      'Payment Amount': '80.00',
      'Adjustment Amount': '100.00',
      'Refund Amount': '0.00',
      'Reason Category': 'Contractual',
      'Claim Adjudication Reason Code': '45',
    }),
    under(pivotTransactionHeaders, {
      ...ofVisit,
      'Transaction ID': '1',
      'Transaction Description': 'Copay',
      'Post Date': '10/02/2026',
      'Payment Amount': '20.00',
      'Payer Name': '',
      'Payer Financial Class': 'Self',
    }),
    under(pivotTransactionHeaders, {
      ...ofInjection,
      'Transaction ID': '1',
      'Transaction Description': 'Copay',
      'Post Date': '10/02/2026',
      'Payment Amount': '20.00',
      'Payer Name': '',
      'Payer Financial Class': 'Self',
    }),
    under(pivotTransactionHeaders, {
      ...ofInjection,
      'Transaction Description': 'Insurance payment',
      'Payment Amount': '70.00',
    }),
    under(pivotTransactionHeaders, {
      ...ofInjection,
      'Transaction Description': 'Takeback',
      'Post Date': '10/28/2026',
      'Payment Amount': '-5.00',
    }),
    under(pivotTransactionHeaders, {
      ...ofInjection,
      'Transaction Description': 'Patient refund',
      'Post Date': '10/29/2026',
      'Refund Amount': '10.00',
      'Payer Name': '',
      'Payer Financial Class': 'Self',
    }),
  ],
}

/** A line of the combined file: its charge's cells, the kind, what is said of it, its amount, its day. */
function combined(charge: Cells, type: string, description: string, amount: string, day: string): Row {
  return under(pivotBillingHeaders, {
    ...charge,
    'Transaction Type': type,
    'Transaction Description': description,
    Amount: amount,
    'Post Date': day,
  })
}

/** All of this in the template's combined file, payments and adjustments below zero. */
export const pivotBillingReport: SampleReport = {
  file: 'PIVOT_Billing_Invented_202610.txt',
  preset: 'pivot_billing',
  content: [
    pivotBillingHeaders,
    combined(visit, 'Charge', 'Office visit', '200.00', '10/03/2026'),
    combined(voided, 'Charge', 'Office visit', '150.00', '10/03/2026'),
    combined(injection, 'Charge', 'Joint injection', '90.00', '10/03/2026'),
    combined(voided, 'Void Charge', 'Charge entered twice', '-150.00', '10/05/2026'),
    combined(visit, 'Payment', 'Copay', '-20.00', '10/02/2026'),
    combined(injection, 'Payment', 'Copay', '-20.00', '10/02/2026'),
    combined(visit, 'Payment', 'Insurance payment', '-80.00', '10/20/2026'),
    combined(visit, 'Adjustment', 'Contractual', '-100.00', '10/20/2026'),
    combined(injection, 'Payment', 'Insurance payment', '-70.00', '10/21/2026'),
    combined(injection, 'Payment', 'Takeback', '5.00', '10/28/2026'),
    combined(injection, 'Refund', 'Patient refund', '10.00', '10/29/2026'),
  ],
}
