import { defineContract, type RowOf } from './contract.ts'
import { adjustmentCategories, billingLineTypes, payerClasses } from './vocabularies.ts'

/**
 * One row per ledger line where charges and transactions share a tab. The ledger splits it: a line of
 * type `charge` or `void_charge` becomes a charge, any other a transaction. The amount is `amount`, or
 * the first filled of the three amount columns.
 */
export const billing = defineContract({
  dataset: 'billing',
  grain: 'one row per ledger line (charge, payment, adjustment, transfer)',
  keys: [['line_id'], ['claim_id', 'charge_id', 'type', 'post_date', 'amount', 'charge_amount', 'payment_amount', 'adjustment_amount']],
  control: 'amount',
  fields: {
    line_id: { kind: 'id', required: false, privacy: 'indirect', aliases: ['transaction id', 'line no', 'id'], description: 'Line.' },
    charge_id: { kind: 'id', required: false, privacy: 'indirect', aliases: ['charge no', 'charge number', 'chargeid'], description: 'Charge line.' },
    encounter_id: { kind: 'id', required: false, privacy: 'indirect', aliases: ['encounter', 'encounterid', 'visit id', 'invoice number'], description: 'Encounter.' },
    claim_id: { kind: 'id', required: false, privacy: 'indirect', aliases: ['claim', 'claim no', 'claimid', 'claim number'], description: 'Claim.' },
    patient_key: { kind: 'id', required: false, privacy: 'indirect', aliases: ['patient id', 'patientid', 'mrn', 'patient account'], description: 'Patient key; private side only.' },
    type: { kind: 'choice', required: true, privacy: 'none', values: billingLineTypes, map: 'transaction_type', unmapped: 'refuse', aliases: ['transaction type', 'trans type', 'line type', 'transaction'], description: 'Kind of line.' },
    service_date: { kind: 'date', required: true, privacy: 'indirect', aliases: ['date of service', 'dos', 'from date', 'fromdate'], description: 'Day of service.' },
    post_date: { kind: 'date', required: true, privacy: 'none', aliases: ['posting date', 'posted', 'date posted', 'posted date'], description: 'Day entered in the ledger.' },
    provider: { kind: 'text', required: false, privacy: 'none', resolve: 'provider', aliases: ['rendering provider', 'provider name', 'rendering provider name', 'providerid', 'rndrng prvdr', 'rndrngprvdrnpino'], description: 'Rendering provider.' },
    location: { kind: 'text', required: false, privacy: 'none', aliases: ['site', 'facility', 'location name', 'placeofservice'], description: 'Site.' },
    cpt: { kind: 'id', required: false, privacy: 'none', aliases: ['cpt code', 'procedure code', 'procedurecode', 'proccode'], description: 'Procedure code.' },
    modifiers: { kind: 'text', required: false, privacy: 'none', aliases: ['modifier', 'modifier1', 'mod', 'mods', 'modifier 1'], description: 'Modifiers.' },
    units: { kind: 'decimal', required: false, privacy: 'none', aliases: ['unit', 'qty'], description: 'Units.' },
    amount: { kind: 'money', required: false, privacy: 'none', aliases: ['transaction amount', 'amt'], description: 'Amount in cents, where one column holds all.' },
    charge_amount: { kind: 'money', required: false, privacy: 'none', aliases: ['charge', 'charges'], description: 'Charge in cents.' },
    payment_amount: { kind: 'money', required: false, privacy: 'none', aliases: ['payment', 'payments', 'paid'], description: 'Payment in cents.' },
    adjustment_amount: { kind: 'money', required: false, privacy: 'none', aliases: ['adjustments', 'adjust'], description: 'Adjustment in cents.' },
    wrvu: { kind: 'decimal', required: false, privacy: 'none', aliases: ['work rvu', 'work rvus', 'wrvus', 'total work rvu'], description: 'Work RVUs of a charge, units and modifiers counted; where blank the wRVU table decides.' },
    payer: { kind: 'text', required: false, privacy: 'none', aliases: ['payer name', 'insurance', 'primary payer name'], description: 'Payer as written.' },
    payer_class: { kind: 'choice', required: false, privacy: 'none', values: payerClasses, resolve: 'payer', aliases: ['payer class', 'financial class'], description: 'Payer class (filled from payer through the payers tab).' },
    adj_category: { kind: 'choice', required: false, privacy: 'none', values: adjustmentCategories, map: 'adjustment', unmapped: 'unmapped', aliases: ['reason', 'adjustment reason', 'adj reason'], description: 'Category of an adjustment (raw reason through the map).' },
    method: { kind: 'text', required: false, privacy: 'none', aliases: ['payment method', 'tender'], description: 'How it was paid.' },
    is_void: { kind: 'boolean', required: false, privacy: 'none', aliases: ['void', 'voided'], description: 'A void or its reversed line.' },
    last_modified: { kind: 'timestamp', required: false, privacy: 'indirect', aliases: ['last modified', 'last modified date', 'lastmodifieddate', 'modified', 'modified date', 'date modified', 'modified on', 'last updated', 'last update', 'updated', 'updated at', 'updated on', 'last changed'], description: 'When the row was changed last; of two rows with one identity the later counts.' },
    is_test: { kind: 'marker', required: false, privacy: 'direct', aliases: ['patient name', 'patient', 'test patient'], description: 'Test patient (the name is dropped).' },
  },
})

export type BillingLine = RowOf<typeof billing>
