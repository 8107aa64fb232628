import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { editionDay, nextEdition, settlingDays } from '../../../scripts/publish/editionDay.ts'

const days = fc
  .integer({ min: 0, max: 36_524 })
  .map((index) => Temporal.PlainDate.from('2000-01-01').add({ days: index }))

test.each([
  ['2026-10-06', '2026-08-31'],
  ['2026-10-07', '2026-09-30'],
  ['2026-10-31', '2026-09-30'],
  ['2026-11-06', '2026-09-30'],
  ['2026-11-07', '2026-10-31'],
  ['2027-01-06', '2026-11-30'],
  ['2028-03-07', '2028-02-29'],
])('on %s viewers are shown the numbers up to %s', (today, day) => {
  expect(editionDay(today)).toBe(day)
})

test('it is the last month end that is at least seven days past', () => {
  fc.assert(
    fc.property(days, (today) => {
      const day = Temporal.PlainDate.from(editionDay(today.toString()))
      expect(day.day).toBe(day.daysInMonth)
      expect(day.until(today).days).toBeGreaterThanOrEqual(settlingDays)
      const { day: next, from } = nextEdition(day.toString())
      expect(Temporal.PlainDate.from(next).until(today).days).toBeLessThan(settlingDays)
      expect(editionDay(from)).toBe(next)
      const dayBefore = Temporal.PlainDate.from(from).subtract({ days: 1 })
      expect(editionDay(dayBefore.toString())).toBe(day.toString())
    }),
  )
})
