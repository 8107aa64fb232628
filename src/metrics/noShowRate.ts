import { defineMetric } from './defineMetric.ts'

/** K38, rate 0-1, by appointment date: how often patients do not come and do not say so. */
export const noShowRate = defineMetric({
  kind: 'ratio',
  id: 'no_show_rate',
  kpi: 'K38',
  label: 'No-show rate',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'appointment_date',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer', 'visit_type'],
  summary: 'How often patients do not come and do not say so.',
  formula: 'No-shows ÷ (completed + no-shows).',
  notes: [
    'Cancelled and moved appointments are in neither part.',
    'Past appointments without an outcome are in neither part; see unresolved appointments.',
  ],
  tabs: ['Schedule', 'Status map'],
  benchmark: {
    target: 0.05,
    acceptable: 0.1,
    source: '5 to 10 % attributed to MGMA (calcstack.net).',
    secondHand: true,
  },
  numerator: [{ fact: 'appointments', measure: 'no_show_count' }],
  denominator: [
    { fact: 'appointments', measure: 'visit_count' },
    { fact: 'appointments', measure: 'no_show_count' },
  ],
})
