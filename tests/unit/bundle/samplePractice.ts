import type { Practice } from '../../../src/bundle/bundle.ts'
import { facts } from '../../../src/cubes/facts.ts'

/** An invented practice with three years of data, taken on 4 November 2026. */
export const samplePractice: Practice = {
  name: 'Sample Clinic',
  timeZone: 'America/New_York',
  asOf: '2026-11-04',
  months: { first: '2023-11', last: '2026-11', lastClosed: '2026-10' },
  fiscalYearStart: 1,
  maturityDays: 120,
  filters: {
    provider: ['Dr. A & B', 'Dr. C'],
    location: ['Main'],
    payer: ['commercial', 'medicare'],
  },
  facts: Object.keys(facts),
  targets: [],
}
