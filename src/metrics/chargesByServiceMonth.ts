import { defineMetric } from './defineMetric.ts'

/** K01, cents, by service date: everything billed at the fee schedule, in the month the service was given. */
export const chargesByServiceMonth = defineMetric({
  kind: 'sum',
  id: 'charges_by_service_month',
  kpi: 'K01',
  label: 'Charges by service month',
  unit: 'money',
  direction: 'context',
  dateBasis: 'service_date',
  maturityDays: 120,
  dimensions: [],
  summary: 'Everything billed at the fee schedule, in the month the service was given.',
  formula: 'Charges for services of the period, voids dropped.',
  notes: [
    'Recent months still grow while charges are being entered.',
    'Not comparable with charges by posting month.',
    'For the whole practice only: beside charges by posting month, those of a provider or payer would tell the few that are posted late.',
  ],
  tabs: ['Billing'],
  needs: ['billing_lines'],
  benchmark: null,
  numerator: [{ fact: 'production', measure: 'charge_cents' }],
})
