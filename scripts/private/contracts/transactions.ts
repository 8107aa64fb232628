import { defineContract, type RowOf } from './contract.ts'
import { adjustmentCategories, payerClasses, transactionTypes } from './vocabularies.ts'

/** One row per payment, adjustment, refund, takeback, denial or transfer. */
export const transactions = defineContract({
  dataset: 'transactions',
  grain: 'one row per ledger transaction',
  keys: [['txn_id'], ['charge_id', 'claim_id', 'post_date', 'type', 'amount', 'check_ref']],
  control: 'amount',
  fields: {
    txn_id: { kind: 'id', required: false, privacy: 'indirect', aliases: ['transaction id', 'trans id', 'payment id', 'txn', 'transaction no'], description: 'Transaction.' },
    charge_id: { kind: 'id', required: false, privacy: 'indirect', aliases: ['charge no', 'charge number', 'chargeid', 'applied to charge', 'charge line id'], description: 'Charge line it applies to; blank is unapplied.' },
    encounter_id: { kind: 'id', required: false, privacy: 'indirect', aliases: ['encounter', 'encounterid', 'invoice number', 'visit id'], description: 'Encounter.' },
    claim_id: { kind: 'id', required: false, privacy: 'indirect', aliases: ['claim', 'claim no', 'claim number', 'claimid'], description: 'Claim.' },
    type: { kind: 'choice', required: true, privacy: 'none', values: transactionTypes, map: 'transaction_type', unmapped: 'refuse', aliases: ['transaction type', 'trans type', 'txn type', 'payment type', 'transaction'], description: 'Kind of transaction.' },
    post_date: { kind: 'date', required: true, privacy: 'none', aliases: ['posting date', 'posted', 'date posted', 'payment posted date', 'posted date'], description: 'Day entered in the ledger.' },
    deposit_date: { kind: 'date', required: false, privacy: 'none', aliases: ['deposited', 'payment deposit date', 'bank date'], description: 'Day in the bank.' },
    service_date: { kind: 'date', required: false, privacy: 'indirect', aliases: ['date of service', 'dos'], description: 'Day of service it pays for.' },
    amount: { kind: 'money', required: true, privacy: 'none', aliases: ['payment amount', 'amt', 'transaction amount', 'payment', 'paid'], description: 'Effect on A/R in cents: payment and adjustment negative, refund, takeback and reversal positive, transfer and denial without effect.' },
    provider: { kind: 'text', required: false, privacy: 'none', resolve: 'provider', aliases: ['rendering provider', 'provider name', 'rendering provider name', 'rndrng prvdr', 'rndrngprvdrnpino'], description: 'Provider; the charge decides where there is one.' },
    location: { kind: 'text', required: false, privacy: 'none', aliases: ['site', 'facility', 'location name', 'office'], description: 'Site; the charge decides where there is one.' },
    payer: { kind: 'text', required: false, privacy: 'none', aliases: ['payer name', 'insurance', 'payer name/plan'], description: 'Payer of the transaction, as written.' },
    payer_class: { kind: 'choice', required: false, privacy: 'none', values: payerClasses, resolve: 'payer', aliases: ['payer class', 'financial class'], description: 'Payer class (filled from payer through the payers tab).' },
    adj_category: { kind: 'choice', required: false, privacy: 'none', values: adjustmentCategories, map: 'adjustment', unmapped: 'unmapped', aliases: ['reason', 'adjustment reason', 'adj reason', 'reason category', 'adjustment type', 'adjustment code'], description: 'Category of an adjustment (raw reason through the map); unmapped is unknown.' },
    carc: { kind: 'id', required: false, privacy: 'none', aliases: ['claim adjudication reason code', 'reason code', 'denial code', 'carc code'], description: 'Claim adjustment reason code.' },
    method: { kind: 'text', required: false, privacy: 'none', aliases: ['payment method', 'tender'], description: 'How it was paid.' },
    check_ref: { kind: 'id', required: false, privacy: 'indirect', aliases: ['check no', 'reference', 'check number', 'ref'], description: 'Check or trace number; private side only.' },
    is_void: { kind: 'boolean', required: false, privacy: 'none', aliases: ['void', 'void?', 'voided', 'transaction status', 'payment status'], description: 'A void or its reversed line.' },
    last_modified: { kind: 'timestamp', required: false, privacy: 'indirect', aliases: ['last modified', 'last modified date', 'lastmodifieddate', 'modified', 'modified date', 'date modified', 'modified on', 'last updated', 'last update', 'updated', 'updated at', 'updated on', 'last changed'], description: 'When the row was changed last; of two rows with one identity the later counts.' },
  },
})

export type Transaction = RowOf<typeof transactions>
