import { defineContract, type RowOf } from './contract.ts'
import { agingBuckets, payerClasses, responsibilities } from './vocabularies.ts'

/** Month-end aging report: one row per month end, payer, responsibility and age bucket. */
export const aging = defineContract({
  dataset: 'aging',
  grain: 'one row per month end, payer, responsibility and age bucket',
  keys: [['as_of', 'payer', 'payer_class', 'provider', 'location', 'responsibility', 'bucket']],
  control: 'debit_balance',
  fields: {
    as_of: { kind: 'date', required: true, privacy: 'none', aliases: ['month end', 'as of date', 'as of'], description: 'Month end.' },
    responsibility: { kind: 'choice', required: true, privacy: 'none', values: responsibilities, aliases: ['resp', 'owed by'], description: 'Who owes.' },
    payer: { kind: 'text', required: false, privacy: 'none', aliases: ['insurance', 'payer name'], description: 'Payer as written.' },
    payer_class: { kind: 'choice', required: false, privacy: 'none', values: payerClasses, resolve: 'payer', aliases: ['payer class', 'financial class'], description: 'Payer class.' },
    provider: { kind: 'text', required: false, privacy: 'none', resolve: 'provider', aliases: ['provider name', 'rendering provider'], description: 'Provider.' },
    location: { kind: 'text', required: false, privacy: 'none', aliases: ['site', 'facility'], description: 'Site.' },
    bucket: { kind: 'choice', required: true, privacy: 'none', values: agingBuckets, aliases: ['age', 'age bucket', 'aging bucket', 'days'], description: 'Age from the day of service, in days.' },
    debit_balance: { kind: 'money', required: true, privacy: 'none', aliases: ['debit', 'balance', 'open balance'], description: 'Sum of balances above zero, cents.' },
    credit_balance: { kind: 'money', required: false, privacy: 'none', aliases: ['credit', 'credits'], description: 'Sum of balances below zero, cents, zero or negative.' },
    accounts: { kind: 'integer', required: false, privacy: 'none', aliases: ['account count', 'patient count', 'no of accounts'], description: 'Accounts behind the row; else a row counts as one.' },
    unapplied: { kind: 'money', required: false, privacy: 'none', aliases: ['unapplied credit', 'unapplied cash'], description: 'Payments not yet applied, cents.' },
  },
})

export type AgingRow = RowOf<typeof aging>
