import { describe, expect, it } from 'vitest'
import { nearestOffered, splitOffers, whyNotOffered } from '../../../src/components/splitOffers.ts'
import { isOpenTo } from '../../../src/bundle/audienceOfQuery.ts'
import { audiences } from '../../../src/cubes/audience.ts'
import { exploreQueries } from '../../../src/dashboards/exploreQueries.ts'
import { defaultExplore, splitsInOrder, type Split } from '../../../src/dashboards/exploreState.ts'
import { metricById, metrics } from '../../../src/metrics/metrics.ts'
import { canAnswer } from '../../../src/queries/canAnswer.ts'
import { samplePractice as practice } from '../bundle/samplePractice.ts'

const usual = defaultExplore(practice)
const reasonOf = (offers: ReturnType<typeof splitOffers>, split: Split) =>
  offers.find((offer) => offer.split === split)?.reason

describe('what Explore offers', () => {
  it.each(audiences)('%s: whatever can be chosen can be answered, and is theirs', (audience) => {
    const reader = { practice, audience }
    let combinations = 0
    for (const { id: metric } of metrics) {
      const state = { ...usual, metric, by: [] }
      for (const first of [null, ...splitOffers(state, null, reader).filter(isThere).map(splitOf)]) {
        const second = first === null ? [] : splitOffers({ ...state, by: [first] }, first, reader)
        for (const other of [null, ...second.filter(isThere).map(splitOf)]) {
          const chosen = { ...state, by: splitsInOrder(first, other) }
          if (whyNotOffered(chosen, reader) !== null) {
            // A number that is not theirs at all.
            expect(chosen.by).toEqual([])
            continue
          }
          combinations += 1
          for (const { query } of exploreQueries(chosen, practice)) {
            expect(canAnswer(metricById(metric), query)).toEqual({ ok: true })
            expect(isOpenTo(audience, query)).toBe(true)
          }
        }
      }
    }
    expect(combinations).toBeGreaterThan(audience === 'owner' ? 200 : 100)
  })

  it('says why a second split is not there', () => {
    const reader = { practice, audience: 'owner' } as const
    const offers = splitOffers({ ...usual, by: ['provider'] }, 'provider', reader)
    expect(reasonOf(offers, 'payer')).toBe('Not shown by provider and payer: groups would be too small.')
    expect(reasonOf(offers, 'visit_type')).toBe('Net collections is not published by visit type.')
    expect(reasonOf(offers, 'month')).toBeNull()
    const beside = splitOffers({ ...usual, by: ['month'] }, 'month', reader)
    expect(reasonOf(beside, 'quarter')).toBe('Months and quarters are not split by each other.')
  })

  it('says to viewers what is for owners, and to all which tab a number needs', () => {
    const offers = splitOffers({ ...usual, by: [] }, null, { practice, audience: 'viewer' })
    expect(reasonOf(offers, 'provider')).toBe('For owners only.')
    expect(reasonOf(offers, 'payer')).toBeNull()
    const without = { practice: { ...practice, facts: [] }, audience: 'owner' } as const
    expect(reasonOf(splitOffers({ ...usual, by: [] }, null, without), 'month')).toBe('Needs the Billing tab.')
  })
})

describe('another number', () => {
  it.each([
    ['net_collections', ['month', 'payer'], ['month', 'payer']],
    ['overhead_rate', ['month', 'payer'], ['month']],
    ['overhead_rate', ['payer'], ['month']],
    ['no_show_rate', ['provider', 'payer'], ['provider']],
  ] as const)('%s by %s: keeps of the splits what goes together: %s', (metric, by, kept) => {
    const state = { ...usual, metric, by }
    expect(nearestOffered(state, { practice, audience: 'owner' })).toEqual({ ...state, by: kept })
  })

  it('that is not theirs stays as it was chosen', () => {
    const state = { ...usual, metric: 'staff_cost' }
    expect(nearestOffered(state, { practice, audience: 'viewer' })).toEqual(state)
  })
})

function isThere({ reason }: { readonly reason: string | null }): boolean {
  return reason === null
}

function splitOf({ split }: { readonly split: Split }): Split {
  return split
}
