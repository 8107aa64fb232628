import { defineMetric } from './defineMetric.ts'

/** K53, rate 0-1, by month end: how much of the approved work is open. */
export const vacancyRate = defineMetric({
  kind: 'ratio',
  id: 'vacancy_rate',
  kpi: 'K53',
  label: 'Vacancy rate',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'month_end',
  maturityDays: null,
  dimensions: [],
  summary: 'How much of the approved work has nobody to do it.',
  formula: "Open approved FTE ÷ (filled + open FTE) at the month's end.",
  notes: [
    "A state at the month's end: it is never added up over months.",
    'Needs a Positions tab, one row for each time that a position was open.',
    'Frozen positions are left out, at all month ends; with fewer than five positions there is no value.',
  ],
  tabs: ['Positions'],
  needs: ['opening_days'],
  benchmark: null,
  numerator: [{ fact: 'positions', measure: 'open_hours', window: 'period_end' }],
  denominator: [{ fact: 'positions', measure: 'approved_hours', window: 'period_end' }],
})
