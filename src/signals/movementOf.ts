import { fewestValues, usualRange } from './usualRange.ts'

/** How the last value of a series compares with what is usual for it. */
export interface Movement {
  /** The usual range of the value itself. */
  readonly low: number
  readonly high: number
  /** How far the value lies from the middle of it, in halves of its width: beyond 1 is out of it. Above 0 is higher. */
  readonly distance: number
  /** Whether it was compared with the same month of the year before. */
  readonly isSeasonal: boolean
}

const yearMonths = 12

/**
 * Judges the last of monthly values (oldest first, null where there is none) by those before it; null where it is
 * missing, or too little is known (`usualRange`). Where the same month of the year before is known for it and for at
 * least 12 months before it, which takes two full years, what is judged is the difference from that month, so that
 * the seasons are no news. With `isStepwise`, for figures of which one month is mostly made of the last (balances,
 * trailing sums), the step from the month before is judged.
 */
export function movementOf(
  values: readonly (number | null)[],
  { isStepwise = false }: { readonly isStepwise?: boolean } = {},
): Movement | null {
  const judged = isStepwise ? differences(values, 1) : values
  const yearly = differences(judged, yearMonths)
  const isSeasonal =
    (yearly.at(-1) ?? null) !== null &&
    yearly.slice(0, -1).filter((value) => value !== null).length >= fewestValues
  const series = isSeasonal ? yearly : judged
  const [value = null, last = null] = [values.at(-1), series.at(-1)]
  const range = usualRange(series.slice(0, -1))
  if (value === null || last === null || range === null) return null
  const middle = value - last + range.center
  return {
    low: middle - range.reach,
    high: middle + range.reach,
    distance: (last - range.center) / range.reach,
    isSeasonal,
  }
}

function differences(values: readonly (number | null)[], months: number): (number | null)[] {
  return values.map((value, index) => {
    const earlier = values[index - months] ?? null
    return value === null || earlier === null ? null : value - earlier
  })
}
