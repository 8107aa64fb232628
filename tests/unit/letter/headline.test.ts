import { describe, expect, it } from 'vitest'
import type { Practice } from '../../../src/bundle/bundle.ts'
import { overview } from '../../../src/dashboards/overview.ts'
import type { Answer } from '../../../src/hooks/answerStore.ts'
import { headlineOf } from '../../../src/letter/headline.ts'
import { addMonths, monthsOf } from '../../../src/periods/month.ts'
import type { MetricQuery } from '../../../src/queries/metricQuery.ts'
import { samplePractice } from '../bundle/samplePractice.ts'

const month = samplePractice.months.lastClosed
const before = addMonths(month, -12)

/** Answers with these values by metric and month; all else is no data. */
function known(
  values: Readonly<Record<string, Readonly<Record<string, number>>>>,
): (query: MetricQuery) => Answer {
  return ({ metric, period }) => ({
    status: 'ready',
    rows: monthsOf(period).flatMap((each) => {
      const value = values[metric]?.[each]
      return value === undefined ? [] : [{ month: each, keys: {}, numerator: value, denominator: 1, value }]
    }),
  })
}

const told = (values: Parameters<typeof known>[0], practice: Partial<Practice> = {}) =>
  headlineOf({ dashboard: overview, practice: { ...samplePractice, ...practice }, get: known(values) })

const money = (now: number, then?: number) => ({
  net_collections: { [month]: now, ...(then === undefined ? {} : { [before]: then }) },
})

describe('the headline', () => {
  it.each([
    [
      { ...money(81_200_000, 75_900_000), collections_vs_budget_rate: { [month]: 0.96 } },
      '$812k: 4.0% below budget, and 7.0% more than in October 2025.',
    ],
    [money(81_200_000, 90_000_000), '$812k: 9.8% less than in October 2025.'],
    [{ ...money(81_200_000), collections_vs_budget_rate: { [month]: 1.0001 } }, '$812k: right on budget.'],
    [money(81_200_000, 81_200_100), '$812k: as much as in October 2025.'],
    [money(81_200_000, -5), '$812k.'],
  ])('says what came in against the budget and the year before (%#)', (values, text) => {
    expect(told(values)?.lead).toBe(`October 2026 brought in ${text}`)
  })

  it('speaks of visits where collections are not known, and says nothing where neither is', () => {
    expect(told({ completed_visits: { [month]: 2345, [before]: 2000 } })?.lead).toBe(
      'In October 2026 we completed 2,345 visits: 17.3% more than in October 2025.',
    )
    expect(told({})).toBeNull()
    const waiting = {
      dashboard: overview,
      practice: samplePractice,
      get: () => ({ status: 'loading' as const }),
    }
    expect(headlineOf(waiting)).toBeNull()
  })

  it('is of the last closed month, never of one that still runs', () => {
    const running = addMonths(month, 1)
    expect(told({ net_collections: { [running]: 99_900 } })).toBeNull()
  })

  it('counts the vital signs that are on target, and names those that are not', () => {
    const good = { days_in_ar: { [month]: 30 }, no_show_rate: { [month]: 0.01 } }
    expect(told({ ...money(100), ...good })?.rest[0]).toBe('All 2 vital signs with a target are on it.')
    expect(told({ ...money(100), ...good, days_in_ar: { [month]: 99 } })?.rest[0]).toBe(
      'Of 2 vital signs with a target, 1 is on it and 1 off it: days in A/R.',
    )
    const budget = { collections_vs_budget_rate: { [month]: 0.5 }, ar_over_90_rate: { [month]: 0.9 } }
    expect(told({ ...money(100), ...good, ...budget })?.rest[0]).toBe(
      'Of 4 vital signs with a target, 2 are on it and 2 off it: collections (% of budget) and A/R over 90 days.',
    )
    expect(told({ ...money(100), ...budget, days_in_ar: { [month]: 45 } })?.rest[0]).toMatch(
      /^Of 3 vital signs with a target, none is on it, 1 near it and 2 off it: /,
    )
  })

  it('counts the goals that were missed twice', () => {
    const goal = {
      metric: 'no_show_rate',
      scope: 'practice' as const,
      scopeId: null,
      target: 0.05,
      lowerOk: null,
      upperOk: null,
      from: '2020-01',
      source: null,
    }
    const values = { ...money(100), no_show_rate: { [month]: 0.3, [addMonths(month, -1)]: 0.3 } }
    expect(told(values, { targets: [goal] })?.rest.at(-1)).toBe('One goal was missed for the second month.')
  })
})
