import { defineMetric } from './defineMetric.ts'

/** K02, cents, by post date: money that came in for care, less what went back. */
export const netCollections = defineMetric({
  kind: 'sum',
  id: 'net_collections',
  kpi: 'K02',
  label: 'Net collections',
  unit: 'money',
  direction: 'up',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer'],
  summary: 'Money that came in for care, less what went back.',
  formula:
    'Insurance and patient payments less refunds, takebacks and bounced or reversed payments, by posting date.',
  notes: [
    'Capitation, interest and other income are shown apart.',
    'Bank deposits differ from posted payments, because posting and depositing happen on different days.',
  ],
  tabs: ['Billing'],
  benchmark: null,
  numerator: [{ fact: 'transactions', measure: 'net_payment_cents' }],
})
