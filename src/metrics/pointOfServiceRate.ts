import { defineMetric } from './defineMetric.ts'

/** K20, rate 0-1, by posting date: how much of what patients pay is paid on the day of service. */
export const pointOfServiceRate = defineMetric({
  kind: 'ratio',
  id: 'point_of_service_rate',
  kpi: 'K20',
  label: 'Paid on the day of service',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: [],
  summary: 'How much of what patients pay is paid on the day of their service.',
  formula: "Patients' payments posted or deposited on the day of service ÷ all payments of patients.",
  notes: [
    'The day of service is that of the charge a payment names, else the one on its own line; without either it counts as later.',
    'Cards on file that are charged later, and prepayments, are not of the day. Refunds and bounced checks are not deducted.',
  ],
  tabs: ['Billing'],
  needs: ['billing_lines', 'service_days_of_payments'],
  benchmark: null, // The dictionary's is of how many practices pass 90 %, not of what a practice reaches.
  numerator: [{ fact: 'transactions', measure: 'same_day_payment_cents' }],
  denominator: [{ fact: 'transactions', measure: 'patient_payment_cents' }],
})
