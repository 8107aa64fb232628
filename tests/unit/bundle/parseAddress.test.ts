import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterDimensions } from '../../../src/bundle/bundle.ts'
import { formatAddress, parseAddress } from '../../../src/bundle/parseAddress.ts'
import { addMonths } from '../../../src/periods/month.ts'
import { samplePractice as practice } from './samplePractice.ts'

const october = { period: { from: '2026-10', to: '2026-10' }, filters: {} }

const state = fc
  .record({
    start: fc.integer({ min: 0, max: 36 }),
    length: fc.integer({ min: 0, max: 36 }),
    filters: fc.constantFrom(
      {},
      ...practice.filters.provider.map((provider) => ({ provider })),
      ...practice.filters.location.map((location) => ({ location })),
      ...practice.filters.payer.map((payer) => ({ payer })),
    ),
  })
  .map(({ start, length, filters }) => ({
    period: {
      from: addMonths('2023-11', start),
      to: addMonths('2023-11', Math.min(36, start + length)),
    },
    filters: { ...filters },
  }))

describe('the address', () => {
  it('says nothing of the default view', () => {
    expect(parseAddress('', practice)).toEqual({ state: october, notices: [] })
    expect(formatAddress(october, practice)).toBe('')
  })

  it('brings every view back as it was', () => {
    fc.assert(
      fc.property(state, (view) => {
        expect(parseAddress(formatAddress(view, practice), practice)).toEqual({ state: view, notices: [] })
      }),
    )
  })

  it('never gives a value that the practice does not have, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (key, value) => {
        const search = `?${key}=${value}&period=${value}&provider=${value}&payer=${value}`
        const { state: found } = parseAddress(search, practice)
        for (const dimension of filterDimensions) {
          expect([undefined, ...practice.filters[dimension]]).toContain(found.filters[dimension])
        }
        expect(found.period.from >= '2023-11' && found.period.to <= '2026-11').toBe(true)
      }),
    )
  })

  it.each([
    ['2026-13'],
    ['2026-10..2026-01'],
    ['2020-01'],
    ['2026-01..2031-01'],
    ['2026-01..2026-02..2026-03'],
    ['October'],
    [''],
  ])('ignores the period "%s", with one notice', (period) => {
    const parsed = parseAddress(`?period=${period}`, practice)
    expect(parsed.state).toEqual(october)
    expect(parsed.notices).toHaveLength(1)
  })

  it('keeps one filter of several, and says so', () => {
    const { state: found, notices } = parseAddress('?payer=medicare&location=Main&provider=Dr.+C', practice)
    expect(found.filters).toEqual({ provider: 'Dr. C' })
    expect(notices).toEqual([
      'The location in the address was ignored: one filter at a time, because smaller groups are not published.',
      'The payer class in the address was ignored: one filter at a time, because smaller groups are not published.',
    ])
  })

  it('does not repeat a bad value in its notice', () => {
    const { notices } = parseAddress('?provider=Nobody+Known', practice)
    expect(notices).toHaveLength(1)
    expect(notices.join()).not.toContain('Nobody')
  })
})
