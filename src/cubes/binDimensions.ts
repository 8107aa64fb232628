/** How a dimension whose values are numbers is counted: in steps, each named by the largest number in it. */
export interface BinDimension {
  readonly unit: 'days' | 'minutes'
  /** Of a step: numbers from above the one before it up to its own. */
  readonly width: number
  /** Beyond every last bin (`Cut.lastBin`): the number is not known. */
  readonly unknown: number
}

/**
 * Dimensions whose values are numbers that grow into each other rather than into "Other (merged)". A cut has one of them
 * and nothing else; its last bin stands for all that is longer.
 */
export const binDimensions = {
  lag_days: { unit: 'days', width: 1, unknown: 92 },
  sign_lag_days: { unit: 'days', width: 1, unknown: 92 },
  wait_minutes: { unit: 'minutes', width: 5, unknown: 999 },
  cycle_minutes: { unit: 'minutes', width: 5, unknown: 999 },
} as const satisfies Record<string, BinDimension>

export type BinName = keyof typeof binDimensions

/** Whether a dimension is counted in bins. */
export function isBin(dimension: string): dimension is BinName {
  return Object.hasOwn(binDimensions, dimension)
}

/** The bin dimension of a cut; null where it has none. */
export function binOf(by: readonly string[]): BinName | null {
  return by.find(isBin) ?? null
}
