/** How far values of a series usually lie apart from their middle. */
export interface UsualRange {
  readonly center: number
  /** Half the width; above 0. */
  readonly reach: number
}

/** As few values as a range is drawn from. */
export const fewestValues = 12

/**
 * Three standard deviations, in median moving ranges: 3 ÷ 0.954, where 0.954 standard deviations is the median
 * distance of two values of one normal process (with the mean moving range it would be 2.66 = 3 ÷ 1.128).
 */
const widthInRanges = 3.145

/**
 * The limits of an individuals chart (XmR), the robust way: median ± 3.145 × median moving range, where a moving
 * range is how far a value lies from the one before (D. J. Wheeler, "Understanding Variation"; NIST/SEMATECH
 * e-Handbook of Statistical Methods, 6.3.2.2). A single outlier moves neither. `values` are in order of time, null
 * where one is missing: there is no moving range across a gap. Null for fewer than 12 values, and where half of the
 * moving ranges or more are 0, as in a constant series: nothing is known of its noise then.
 */
export function usualRange(values: readonly (number | null)[]): UsualRange | null {
  const known = values.filter((value) => value !== null)
  if (known.length < fewestValues) return null
  const ranges = values.flatMap((value, index) => {
    const before = values[index - 1] ?? null
    return value === null || before === null ? [] : [Math.abs(value - before)]
  })
  const reach = widthInRanges * medianOf(ranges)
  return reach > 0 ? { center: medianOf(known), reach } : null
}

/** The middle value, or the mean of the two middle ones; 0 without any. */
function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return ((low ?? 0) + (high ?? 0)) / 2
}
