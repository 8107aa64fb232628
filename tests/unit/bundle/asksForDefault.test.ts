import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asksForDefault } from '../../../src/bundle/asksForDefault.ts'
import { formatAddress, parseAddress } from '../../../src/bundle/parseAddress.ts'
import { defaultState } from '../../../src/dashboards/preparedStates.ts'
import { samplePractice as practice } from './samplePractice.ts'

const key = fc.constantFrom(
  'period',
  'compare',
  'provider',
  'location',
  'payer',
  'Period',
  'utm',
  'month',
  '',
)
const value = fc.constantFrom('', '2026-10', '2026-01..2026-03', 'Main', 'Dr. C', 'commercial', '+&=%')

it('an address asks for the default only where it is read as that, without a notice', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value), { maxLength: 4 }), (pairs) => {
      const search = `?${new URLSearchParams(pairs).toString()}`
      if (!asksForDefault(search)) return
      expect(parseAddress(search, practice)).toEqual({ state: defaultState(practice), notices: [] })
    }),
  )
})

it('a page’s own address asks for what it shows', () => {
  const start = defaultState(practice)
  const filtered = { ...start, filters: { location: 'Main' } }
  const earlier = { ...start, period: { from: '2026-01', to: '2026-09' } }
  const compared = { ...start, compare: 'prior' } as const
  const isDefault = [start, filtered, earlier, compared].map((state) =>
    asksForDefault(formatAddress(state, practice)),
  )
  expect(isDefault).toEqual([true, false, false, false])
})
