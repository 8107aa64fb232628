import { defineMetric } from './defineMetric.ts'

/** K33, cents, by service date: what a unit of work brings in. */
export const collectionsPerWrvu = defineMetric({
  kind: 'ratio',
  id: 'collections_per_wrvu',
  kpi: 'K33',
  label: 'Collections per work RVU',
  unit: 'money',
  direction: 'up',
  dateBasis: 'service_date',
  maturityDays: 120,
  dimensions: [],
  summary: 'What a unit of work brings in.',
  formula: 'Net payments matched to charges of the service months ÷ work RVUs of the same months.',
  notes: [
    "Payments follow the charge's month of service, so recent months are still maturing.",
    'Payments for codes without a work RVU are in the numerator: vaccines and supplies raise it.',
    "Medicare's conversion factor is per total RVU, not per work RVU: do not compare the two.",
    'For the whole practice only; no value for a period with a month without work RVUs.',
  ],
  tabs: ['Billing', 'wRVU table'],
  needs: ['billing_lines', 'work_rvus'],
  benchmark: null,
  numerator: [{ fact: 'production', measure: 'matched_payment_cents', beside: 'work_rvus' }],
  denominator: [{ fact: 'work_rvus', measure: 'wrvu_hundredths' }],
  factor: 100,
})
