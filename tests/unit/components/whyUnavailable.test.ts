import { describe, expect, it } from 'vitest'
import { whyUnavailable } from '../../../src/components/whyUnavailable.ts'
import type { Practice } from '../../../src/bundle/bundle.ts'
import { isPossible } from '../../../src/dashboards/pageQueries.ts'
import { facts } from '../../../src/cubes/facts.ts'
import { metricById } from '../../../src/metrics/metrics.ts'

const october = { from: '2026-10', to: '2026-10' } as const
const practice: Practice = {
  name: 'Sample Clinic',
  timeZone: 'America/New_York',
  asOf: '2026-11-04',
  months: { first: '2024-11', last: '2026-11', lastClosed: '2026-10' },
  fiscalYearStart: 1,
  maturityDays: 120,
  filters: { provider: [], location: [], payer: [] },
  facts: Object.keys(facts),
  targets: [],
}
const why = (metric: string, lacks: Practice['lacks'], facts = practice.facts) =>
  whyUnavailable(
    metricById(metric),
    { ...practice, facts, ...(lacks ? { lacks } : {}) },
    { period: october, filters: {} },
  )

describe('a number whose inputs a practice lacks', () => {
  it('names the tab that is missing', () => {
    expect(why('lead_time_median', [], [])).toBe('Needs the Schedule tab.')
  })

  it('names what a tab that is there does not say', () => {
    expect(why('lead_time_median', ['booking_day'])).toBe(
      'Needs the day on which an appointment was booked: the Schedule tab does not say.',
    )
    expect(why('no_show_rate', ['booking_day'])).toBeNull()
    expect(why('wait_median', ['rooming_times'])).toBe(
      'Needs when patients checked in and were roomed (a wait log can say it too): the Schedule tab does not say.',
    )
  })

  it('names it too where for want of it there is no table at all', () => {
    const others = practice.facts.filter((fact) => fact !== 'work_rvus')
    expect(why('work_rvus', ['work_rvus'], others)).toMatch(/^Needs work RVUs of charges.*Billing tab/)
    expect(why('work_rvus', [], others)).toBe('Needs the Billing and wRVU table tabs.')
  })

  it('is not asked for, so that no 0 is shown for it', () => {
    const query = { metric: 'telehealth_share', by: [], where: {}, period: october }
    expect(isPossible(query, { ...practice, lacks: ['telehealth'] })).toBe(false)
    expect(isPossible(query, { ...practice, lacks: ['booking_day'] })).toBe(true)
    expect(isPossible(query, practice)).toBe(true)
  })

  it('knows month totals of the whole practice alone, where there are no lines of billing', () => {
    const totals = { ...practice, lacks: ['billing_lines'] as const }
    const state = { period: october, filters: {} }
    expect(why('net_collections', ['billing_lines'])).toBeNull()
    expect(whyUnavailable(metricById('net_collections'), totals, state, ['provider'])).toBe(
      'Known for the whole practice. Needs charges and payments line by line: only month totals are known.',
    )
    const filtered = { period: october, filters: { provider: 'Ada Brook' } }
    expect(whyUnavailable(metricById('net_collections'), totals, filtered)).toMatch(
      /^Known for the whole practice/,
    )
    expect(whyUnavailable(metricById('no_show_rate'), totals, filtered)).toBeNull()
    expect(why('point_of_service_rate', ['billing_lines'])).toMatch(/line by line/)
    const query = { metric: 'net_collections', by: ['provider'] as const, where: {}, period: october }
    expect(isPossible(query, totals)).toBe(false)
    expect(isPossible({ ...query, by: [] }, totals)).toBe(true)
  })
})
