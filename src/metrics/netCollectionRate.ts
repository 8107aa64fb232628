import { defineMetric } from './defineMetric.ts'

/** K05, rate 0-1, by service date: of the money that contracts allow us, how much came in. */
export const netCollectionRate = defineMetric({
  kind: 'ratio',
  id: 'net_collection_rate',
  kpi: 'K05',
  label: 'Net collection rate',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'service_date',
  maturityDays: 120,
  dimensions: [],
  summary: 'Of the money that contracts allow us, how much came in.',
  formula:
    'Net payments matched to charges of the service months ÷ (those charges − their contractual adjustments).',
  notes: [
    "Payments follow the charge's month of service, so recent months are still maturing.",
    'Bad debt, late filing and other write-offs stay in the denominator; only contractual adjustments leave it.',
    'Above 100 % means overpayments that are still held.',
    'While adjustments are uncategorized it is the low bound: those that are contractual would raise it. The high bound is told of the rolling 12 months only.',
    'For the whole practice only; the rolling 12 months are shown by provider, location and payer too.',
    'Filing discretionary write-offs under contractual makes this rate look better than it is.',
  ],
  tabs: ['Billing', 'Adjustment map'],
  needs: ['billing_lines', 'charges_of_payments', 'adjustment_reasons'],
  benchmark: {
    target: 0.95,
    acceptable: 0.9,
    source:
      'American Academy of Family Physicians (medicalbag.com, Barbie Hays): about 95 % is good practice, 90 % or less signals a problem.',
    secondHand: false,
  },
  numerator: [{ fact: 'production', measure: 'matched_payment_cents' }],
  denominator: [
    { fact: 'production', measure: 'charge_cents' },
    { fact: 'production', measure: 'matched_contractual_cents', sign: -1 },
  ],
})
