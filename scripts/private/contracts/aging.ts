import { defineContract, type RowOf } from './contract.ts'
import { agingBuckets, payerClasses, responsibilities } from './vocabularies.ts'

/**
 * Month-end aging report: one row per month end, payer, responsibility and age bucket, or per open invoice. Of an invoice the
 * age may be said in days, and the month end by its day of service and that.
 */
export const aging = defineContract({
  dataset: 'aging',
  grain: 'one row per month end, payer, responsibility and age bucket (or open invoice)',
  keys: [['as_of', 'invoice_id', 'responsibility'], ['as_of', 'invoice_id'], ['as_of', 'payer', 'payer_class', 'provider', 'location', 'responsibility', 'bucket']],
  control: 'debit_balance',
  fields: {
    as_of: { kind: 'date', required: true, privacy: 'none', aliases: ['month end', 'as of date', 'as of'], description: 'Month end.' },
    responsibility: { kind: 'choice', required: false, privacy: 'none', values: responsibilities, aliases: ['resp', 'owed by'], description: 'Who owes; null where the report does not say.' },
    payer: { kind: 'text', required: false, privacy: 'none', aliases: ['insurance', 'payer name'], description: 'Payer as written.' },
    payer_class: { kind: 'choice', required: false, privacy: 'none', values: payerClasses, resolve: 'payer', aliases: ['payer class', 'financial class'], description: 'Payer class.' },
    provider: { kind: 'text', required: false, privacy: 'none', resolve: 'provider', aliases: ['provider name', 'rendering provider'], description: 'Provider.' },
    location: { kind: 'text', required: false, privacy: 'none', aliases: ['site', 'facility'], description: 'Site.' },
    bucket: { kind: 'choice', required: true, privacy: 'none', values: agingBuckets, aliases: ['age', 'age bucket', 'aging bucket', 'days'], description: 'Age from the day of service, in days.' },
    debit_balance: { kind: 'money', required: true, privacy: 'none', aliases: ['debit', 'balance', 'open balance'], description: 'Sum of balances above zero, cents.' },
    credit_balance: { kind: 'money', required: false, privacy: 'none', aliases: ['credit', 'credits'], description: 'Sum of balances below zero, cents, zero or negative.' },
    accounts: { kind: 'integer', required: false, privacy: 'none', aliases: ['account count', 'patient count', 'no of accounts'], description: 'Accounts behind the row; else a row counts as one.' },
    open_accounts: { kind: 'integer', required: false, privacy: 'none', aliases: ['accounts in all', 'total accounts'], description: 'Accounts open at the month end in all ages together, where no row says how many are behind it.' },
    invoice_id: { kind: 'id', required: false, privacy: 'indirect', aliases: ['invoice', 'invoice no', 'invoice number'], description: 'Open invoice, where a row is one.' },
    service_date: { kind: 'date', required: false, privacy: 'indirect', aliases: ['dos', 'date of service'], description: 'Day of service of the invoice.' },
    age_days: { kind: 'integer', required: false, privacy: 'none', aliases: ['aging days', 'days old', 'age in days'], description: 'Age of the invoice in days at the month end.' },
    unapplied: { kind: 'money', required: false, privacy: 'none', aliases: ['unapplied credit', 'unapplied cash'], description: 'Payments not yet applied, cents.' },
  },
})

export type AgingRow = RowOf<typeof aging>
