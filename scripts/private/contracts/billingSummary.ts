import { defineContract, type RowOf } from './contract.ts'
import { payerClasses } from './vocabularies.ts'

/**
 * Month totals of a billing system that gives no lines: a row per month and whatever the report is split by. Signs are
 * the report's own; the ledger turns each column so that most of a tab's amounts are above 0. It must have columns of
 * charges, payments and adjustments, for a sum that nobody told is not 0; a blank cell of theirs is nothing.
 */
export const billingSummary = defineContract({
  dataset: 'billing_summary',
  grain: 'one row per month and provider, site, payer or procedure, as the report is split',
  keys: [['month', 'provider', 'location', 'payer', 'payer_class', 'cpt']],
  control: 'payments',
  oneOf: [
    ['charges'],
    ['payments', 'insurance_payments', 'patient_payments'],
    ['adjustments', 'contractual', 'write_offs', 'withheld'],
  ],
  fields: {
    month: { kind: 'date', required: true, privacy: 'none', aliases: ['period', 'posting month', 'month of posting'], description: 'Month of posting.' },
    provider: { kind: 'text', required: false, privacy: 'none', resolve: 'provider', aliases: ['provider name', 'rendering provider', 'appointment servicing provider', 'servicing provider'], description: 'Provider.' },
    location: { kind: 'text', required: false, privacy: 'none', aliases: ['site', 'facility', 'facility name'], description: 'Site.' },
    payer: { kind: 'text', required: false, privacy: 'none', aliases: ['insurance', 'payer name'], description: 'Payer as written.' },
    payer_class: { kind: 'choice', required: false, privacy: 'none', values: payerClasses, resolve: 'payer', aliases: ['payer class', 'financial class'], description: 'Payer class.' },
    cpt: { kind: 'text', required: false, privacy: 'none', aliases: ['cpt code', 'procedure code'], description: 'Procedure code.' },
    charges: { kind: 'money', required: false, privacy: 'none', aliases: ['billed charge', 'billed charges', 'total charges', 'gross charges'], description: 'Charges of the month, cents.' },
    payments: { kind: 'money', required: false, privacy: 'none', aliases: ['payment', 'total payments', 'collections', 'receipts'], description: 'Payments of payers and patients before refunds, cents; else the sum of both.' },
    insurance_payments: { kind: 'money', required: false, privacy: 'none', aliases: ['payer payment', 'payer payments', 'insurance payment'], description: 'Of those, from payers, cents.' },
    patient_payments: { kind: 'money', required: false, privacy: 'none', aliases: ['patient payment'], description: 'Of those, from patients, cents.' },
    adjustments: { kind: 'money', required: false, privacy: 'none', aliases: ['total adjustments', 'adjustment'], description: 'All adjustments, cents; else the sum of the kinds.' },
    contractual: { kind: 'money', required: false, privacy: 'none', aliases: ['contractual adjustment', 'contractual adjustments'], description: 'Contractual adjustments, cents.' },
    write_offs: { kind: 'money', required: false, privacy: 'none', aliases: ['writeoff adjustment', 'write off adjustment', 'write offs', 'writeoffs'], description: 'Write-offs that no contract forces, cents.' },
    withheld: { kind: 'money', required: false, privacy: 'none', aliases: ['payer withheld'], description: 'What payers withheld, cents: an adjustment whose reason is unknown.' },
    refunds: { kind: 'money', required: false, privacy: 'none', aliases: ['refund'], description: 'Refunds, cents: taken off the payments.' },
    change_in_ar: { kind: 'money', required: false, privacy: 'none', aliases: ['change in a r'], description: 'Change in A/R by the report itself, cents; compared, never counted.' },
    patients: { kind: 'integer', required: false, privacy: 'none', aliases: ['patient count'], description: 'Patients behind the row; without them and claims few numbers can be shown.' },
    claims: { kind: 'integer', required: false, privacy: 'none', aliases: ['claim count', 'encounters', 'encounter count', 'visits', 'visit count'], description: 'Claims or encounters behind the row.' },
    units: { kind: 'decimal', required: false, privacy: 'none', aliases: ['unit count'], description: 'Units of service.' },
  },
})

export type BillingSummaryRow = RowOf<typeof billingSummary>
