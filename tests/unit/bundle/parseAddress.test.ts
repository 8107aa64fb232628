import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterDimensions, type FilterDimension } from '../../../src/bundle/bundle.ts'
import { formatAddress, parseAddress } from '../../../src/bundle/parseAddress.ts'
import { chosenComparisons } from '../../../src/dashboards/comparisons.ts'
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
    compare: fc.constantFrom({}, ...chosenComparisons.map((compare) => ({ compare }))),
  })
  .map(({ start, length, filters, compare }) => ({
    period: {
      from: addMonths('2023-11', start),
      to: addMonths('2023-11', Math.min(36, start + length)),
    },
    filters: { ...filters },
    ...compare,
  }))

const knownNotices = ['provider', 'location', 'payer class']
  .flatMap((name) => [
    `The ${name} in the address was ignored: the practice has none of that name.`,
    `The ${name} in the address was ignored: one filter at a time, because smaller groups are not published.`,
  ])
  .concat(
    'The period in the address was ignored: the practice has no data for it.',
    'The comparison in the address was ignored: there is none of that name.',
  )
const monthPattern = /^20\d\d-(0[1-9]|1[0-2])$/

const hostileKey = fc.oneof(
  fc.constantFrom(
    ...filterDimensions,
    'period',
    'compare',
    'Provider',
    '__proto__',
    'constructor',
    'filters',
    'sort',
  ),
  fc.string(),
)
const hostileValue = fc.oneof(
  fc.constantFrom(
    'Dr.%20C',
    'Main',
    '2026-10',
    '2026-01..2026-10',
    '2026-01..2026-10..',
    '%00',
    '%E0%A4%A',
    '%3Cscript%3Ealert(1)%3C/script%3E',
    "'%20or%201=1;%20drop%20table%20charges;--",
    '%E2%80%AE2026-10',
    '２０２６-10',
    'javascript:alert(1)',
    'A'.repeat(10_000),
  ),
  fc.string({ unit: 'binary' }),
)

describe("the address of the owners' edition", () => {
  const [first = '', second = ''] = practice.filters.provider
  // One provider is called what stands for another.
  const owners = {
    ...practice,
    filters: { ...practice.filters, provider: [first, second, 'Provider 1'] },
    aliases: {
      provider: [
        [first, 'Provider 1'],
        [second, 'Provider 2'],
        ['Provider 1', 'Provider 3'],
      ] as const,
    },
  }

  it.each(owners.aliases.provider)('holds no name of a provider, and finds it again (%#)', (name, alias) => {
    const view = { ...october, filters: { provider: name } }
    const written = formatAddress(view, owners)
    expect(written).toBe(`?provider=${encodeURIComponent(alias)}`)
    expect(parseAddress(written, owners)).toEqual({ state: view, notices: [] })
  })
})

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

  it('keeps the keys that it knows and no other, and never repeats what it refused', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostileKey, hostileValue), { maxLength: 8 }), (pairs) => {
        const search = `?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`
        const { state: found, notices } = parseAddress(search, practice)
        expect(Object.keys(found).toSorted()).toEqual(['filters', 'period'])
        expect(Object.getPrototypeOf(found.filters)).toBe(Object.prototype)
        for (const [dimension, value] of Object.entries(found.filters)) {
          expect(filterDimensions).toContain(dimension)
          expect(practice.filters[dimension as FilterDimension]).toContain(value)
        }
        expect(monthPattern.test(found.period.from) && monthPattern.test(found.period.to)).toBe(true)
        // One for each key that it knows.
        expect(notices.length).toBeLessThanOrEqual(filterDimensions.length + 2)
        expect(new Set(notices).size).toBe(notices.length)
        for (const notice of notices) expect(knownNotices).toContain(notice)
        // What was understood is said again as it is understood.
        expect(parseAddress(formatAddress(found, practice), practice).state).toEqual(found)
      }),
      { numRuns: 500 },
    )
  })

  it('takes no filter that every object has', () => {
    for (const value of ['__proto__', 'constructor', 'toString', '0', 'length'])
      expect(parseAddress(`?provider=${value}`, practice).state.filters).toEqual({})
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
