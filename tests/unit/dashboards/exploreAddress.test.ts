import { describe, expect, it } from 'vitest'
import { formatExplore, parseExplore } from '../../../src/dashboards/exploreAddress.ts'
import { defaultExplore, type ExploreState, type Split } from '../../../src/dashboards/exploreState.ts'
import { metrics } from '../../../src/metrics/metrics.ts'
import { samplePractice as practice } from '../bundle/samplePractice.ts'

const usual = defaultExplore(practice)
const splits: readonly (readonly Split[])[] = [
  [],
  ['month'],
  ['quarter', 'payer'],
  ['provider'],
  ['weekday', 'day_part'],
]

describe('the address of Explore', () => {
  it('is empty for what is shown first: net collections by month, of twelve closed months', () => {
    expect(usual).toEqual({
      metric: 'net_collections',
      by: ['month'],
      period: { from: '2025-11', to: '2026-10' },
      filters: {},
    })
    expect(formatExplore(usual, practice)).toBe('')
    expect(parseExplore('', practice)).toEqual({ state: usual, notices: [] })
  })

  it('says every state so that it can be read again', () => {
    const states = metrics.flatMap(({ id: metric }) =>
      splits.flatMap((by): ExploreState[] => [
        { ...usual, metric, by },
        { metric, by, period: { from: '2026-10', to: '2026-10' }, filters: { provider: 'Dr. A & B' } },
        { metric, by, period: { from: '2024-01', to: '2026-03' }, filters: { payer: 'medicare' } },
      ]),
    )
    for (const state of states) {
      expect(parseExplore(formatExplore(state, practice), practice)).toEqual({ state, notices: [] })
    }
  })

  it.each([
    ['metric=drop+table', 'number'],
    ['metric=', 'number'],
    ['by=provider,payer,location', 'split'],
    ['by=month,quarter', 'split'],
    ['by=payer,payer', 'split'],
    ['by=constructor', 'split'],
    ['by=', 'split'],
    ['period=2026-13', 'period'],
    ['period=2019-01', 'period'],
    ['location=Elsewhere', 'location'],
  ])('ignores %s with a notice that does not repeat it', (text, about) => {
    const { state, notices } = parseExplore(`?${text}`, practice)
    expect(state).toEqual(usual)
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatch(new RegExp(`^The ${about} in the address was ignored`))
    const [, value = ''] = text.split('=')
    if (value !== '') expect(notices[0]).not.toContain(value)
  })

  it('puts time before all else, however it is written', () => {
    expect(parseExplore('?by=payer,month', practice).state.by).toEqual(['month', 'payer'])
  })
})
