import { defineMetric } from './defineMetric.ts'

/** K11, rate 0-1, by month end: how much of what we are owed must come from patients. */
export const patientArShare = defineMetric({
  kind: 'ratio',
  id: 'patient_ar_share',
  kpi: 'K11',
  label: "Patients' share of A/R",
  unit: 'rate',
  direction: 'context',
  dateBasis: 'month_end',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer'],
  summary: 'How much of what we are owed must come from patients.',
  formula: 'Balances that patients owe ÷ all open balances, at month end; credits deducted from both.',
  notes: [
    'No value where credits are as much as what is owed, or more.',
    'Responsibility moves to the patient once the payer has decided; unposted remittances overstate insurance.',
  ],
  tabs: ['Billing', 'Aging'],
  needs: ['owed_by'],
  benchmark: null,
  numerator: [{ fact: 'receivables', measure: 'patient_cents', window: 'period_end' }],
  denominator: [{ fact: 'receivables', measure: 'balance_cents', window: 'period_end' }],
})
