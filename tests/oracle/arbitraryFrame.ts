import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'

/** The months that a random practice's rows cover, and the day up to which they count. */
export interface Frame {
  /** First civil date of the range. */
  readonly start: string
  /** Days from `start` to the as-of date; rows may lie a little later. */
  readonly span: number
  readonly asOf: string
}

/** Fourteen to sixteen months, ended at any day: a month's first, its last, or between. */
export const arbitraryFrame: fc.Arbitrary<Frame> = fc
  .record({
    startMonth: fc.integer({ min: 0, max: 11 }),
    months: fc.integer({ min: 13, max: 15 }),
    asOfDay: fc.oneof(fc.constantFrom(1, 31), fc.integer({ min: 1, max: 31 })),
  })
  .map(({ startMonth, months, asOfDay }) => {
    const start = Temporal.PlainDate.from('2024-06-01').add({ months: startMonth })
    const asOf = start.add({ months }).with({ day: asOfDay })
    return {
      start: start.toString(),
      span: start.until(asOf, { largestUnit: 'days' }).days,
      asOf: asOf.toString(),
    }
  })

const dates = new Map<string, string>()

/** The civil date so many days after the range's first; the same few are drawn over and over. */
export function dateAt({ start }: Frame, offset: number): string {
  const address = `${start} ${String(offset)}`
  const date = dates.get(address) ?? Temporal.PlainDate.from(start).add({ days: offset }).toString()
  dates.set(address, date)
  return date
}

/**
 * Offsets over the whole range and up to three weeks past it; every third falls on one of few days, and
 * some on the as-of date or the days beside it.
 */
export function arbitraryOffset(frame: Frame): fc.Arbitrary<number> {
  const anywhere = fc.nat({ max: frame.span + 21 })
  return fc.oneof(
    { weight: 6, arbitrary: anywhere },
    { weight: 3, arbitrary: anywhere.map((offset) => offset - (offset % 45)) },
    { weight: 1, arbitrary: fc.constantFrom(frame.span - 1, frame.span, frame.span + 1) },
  )
}

/** A value, or null once in so many times. */
export function blankable<T>(values: fc.Arbitrary<T>, freq = 8): fc.Arbitrary<T | null> {
  return fc.option(values, { freq })
}

/** Providers, sites and payer classes of every random practice, as filters have them. */
export const names = {
  provider: ['Ada Brook', 'Ben Cole', 'Cy Dale'],
  location: ['East', 'West'],
  payer: ['medicare', 'commercial', 'self_pay'],
} as const
