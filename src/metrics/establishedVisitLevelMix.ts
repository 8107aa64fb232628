import { defineMetric } from './defineMetric.ts'

const table = ['established_visit_level'] as const

/** K34, rate 0-1, by post date: at which levels office visits of established patients are billed. */
export const establishedVisitLevelMix = defineMetric({
  kind: 'ratio',
  id: 'established_visit_level_mix',
  kpi: 'K34',
  label: 'E/M level mix, established patients',
  unit: 'rate',
  direction: 'context',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: ['established_visit_level'],
  summary: 'At which levels office visits of established patients are billed.',
  formula: 'Charge lines of the level ÷ all charge lines of 99211 to 99215, by posting month.',
  notes: [
    'By month of posting, not of service: beside charges posted, lines by service month would tell the few that are posted late.',
    'Voids, lines of $0 and lines posted before their service are left out, as for charge lag; a line that is voided later counts.',
    'For the whole practice only: by provider the groups would be too small.',
  ],
  tabs: ['Billing'],
  needs: ['billing_lines', 'procedure_codes'],
  benchmark: null,
  numerator: [{ fact: 'charges', measure: 'established_office_visit_count', table }],
  denominator: [{ fact: 'charges', measure: 'established_office_visit_count', across: table, table }],
})
