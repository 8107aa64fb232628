import { paymentKinds, refundKinds } from './pivotTransactions.ts'
import { definePreset } from './preset.ts'

/**
 * The combined billing tab of the PIVOT extract template: charges, voids, payments, adjustments and refunds in one tab,
 * each with its one amount. The description says whose payment or refund it was, and why something was adjusted.
 */
export const pivotBilling = definePreset({
  id: 'pivot_billing',
  system: 'PIVOT',
  report: 'template, charges and transactions in one',
  fingerprint: {
    all: [
      ...['Date of Service', 'Post Date', 'CPT-4 Code', 'Transaction Type', 'Transaction Description'],
      ...['Amount', 'Work RVUs', 'Charge ID'],
    ],
  },
  parts: [
    {
      name: 'lines',
      dataset: 'billing',
      columns: {
        charge_id: 'Charge ID',
        encounter_id: ['Invoice Number / Encounter ID', 'Invoice Number', 'Encounter ID'],
        patient_key: 'Patient MRN/Identifier',
        service_date: 'Date of Service',
        post_date: 'Post Date',
        provider: ['Rendering Provider Full Name', 'Rendering Provider NPI'],
        location: ['Billing Location Name', 'Department Name', 'Practice Name'],
        cpt: 'CPT-4 Code',
        modifiers: ['CPT Code Modifier 1', 'Modifier 1'],
        units: 'Units',
        amount: 'Amount',
        wrvu: 'Work RVUs',
        payer: ['Primary Payer Name', 'Primary Payer Plan'],
        payer_class: 'Primary Payer Financial Class',
        adj_category: ['Reason Category', 'Transaction Description'],
      },
      kinds: {
        field: 'type',
        exact: 'Transaction Description',
        rough: {
          header: 'Transaction Type',
          words: {
            charge: ['charge'],
            'void charge': ['void_charge'],
            payment: paymentKinds(),
            adjustment: ['adjustment'],
            refund: refundKinds(),
          },
        },
      },
    },
  ],
})
