import { describe, expect, it } from 'vitest'
import { quarterThatHelps, whyWithheld, windowOf } from '../../../src/components/whyWithheld.ts'
import { metricById } from '../../../src/metrics/metrics.ts'

const reason = 'Too few people, or merged with others to protect a small group.'
const practice = { months: { first: '2024-01', last: '2026-11', lastClosed: '2026-10' } }
const filters = { provider: 'Provider 3' }
const october = { from: '2026-10', to: '2026-10' }
const running = { from: '2026-11', to: '2026-11' }
const summer = { from: '2026-07', to: '2026-09' }
const spring = { from: '2026-04', to: '2026-06' }

describe('why a number is kept private', () => {
  it.each([
    ['period', october, 'Choose a whole quarter, such as Jul – Sep 2026.'],
    ['period', { from: '2026-01', to: '2026-10' }, 'Choose whole quarters, such as Jul – Sep 2026.'],
    ['period', summer, 'Choose a longer period, or look at the whole practice.'],
    ['period', spring, 'Choose a longer period, or look at the whole practice.'],
    ['period', running, 'The running month is shown for the whole practice only.'],
    ['trailing', october, 'Choose a period that ends with a calendar quarter, such as Jul – Sep 2026.'],
    ['trailing', { from: '2026-09', to: '2026-09' }, 'Look at the whole practice.'],
    ['trailing', running, 'The running month is shown for the whole practice only.'],
    ['single', october, 'Look at the whole practice.'],
  ] as const)('over a %s of %o, filtered, comes with advice that fits', (window, period, advice) => {
    expect(whyWithheld(practice, { period, filters }, { window })).toBe(`${reason} ${advice}`)
  })

  it.each([
    ['period', october, ' Choose a whole quarter, such as Jul – Sep 2026.'],
    ['period', running, ' Choose a whole quarter, such as Jul – Sep 2026.'],
    ['period', summer, ' Choose a longer period.'],
    ['single', october, ''],
  ] as const)('over a %s of %o, of the whole practice, never sends there', (window, period, advice) => {
    expect(whyWithheld(practice, { period, filters: {} }, { window })).toBe(`${reason}${advice}`)
  })

  it('as one of several values is never split in the running month', () => {
    const state = { period: running, filters: {} }
    expect(whyWithheld(practice, state, { window: 'period', isSplit: true })).toContain('whole practice only')
  })

  it('names no quarter before there is a closed one in the data', () => {
    const young = { months: { ...practice.months, first: '2026-08' } }
    const why = whyWithheld(young, { period: october, filters }, { window: 'period' })
    expect(why).toBe(`${reason} Choose a longer period, or look at the whole practice.`)
  })
})

describe('the quarter that helps', () => {
  it.each([
    ['period', october, summer],
    ['period', running, summer],
    ['period', summer, null],
    ['period', spring, null],
    ['trailing', october, summer],
    ['trailing', { from: '2026-09', to: '2026-09' }, null],
    ['single', october, null],
  ] as const)('over a %s of %o is %o', (window, period, quarter) => {
    expect(quarterThatHelps(practice, { period, filters }, { window })).toEqual(quarter)
  })

  it('never has a month that runs', () => {
    const state = { period: { from: '2026-10', to: '2026-12' }, filters }
    const months = { ...practice.months, last: '2026-12', lastClosed: '2026-11' }
    expect(quarterThatHelps({ months }, state, { window: 'period' })).toEqual(summer)
  })
})

it.each([
  ['no_show_rate', 'period'],
  ['net_collection_rate_12m', 'trailing'],
  ['days_in_ar', 'trailing'],
  ['accounts_receivable', 'single'],
  ['lead_time_median', 'period'],
])('%s is over a %s', (id, window) => {
  expect(windowOf(metricById(id))).toBe(window)
})
