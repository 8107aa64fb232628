import type { Dimension } from '../../src/cubes/cube.ts'

/** Values by dimension; a dimension that a fact does not have is absent. */
export type Keys = Readonly<Partial<Record<Dimension, string | number>>>

/** One thing that happened in a month (or, for a stock, stood at its end), and what it adds. */
export interface Event {
  /** `2026-10`; for quarterly facts the quarter's first month. */
  readonly month: string
  readonly keys: Keys
  /** Cents, counts or hundredths of hours by measure. */
  readonly sums: Readonly<Record<string, number>>
}

/** What a sum adds for an event: 1 if the condition holds. */
export function tally(condition: boolean): 0 | 1 {
  return condition ? 1 : 0
}

/** The values of some dimensions. Throws `missing dimension: …` if there is none. */
export function pick(keys: Keys, dimensions: readonly Dimension[]): Keys {
  return Object.fromEntries(
    dimensions.map((dimension) => {
      const value = keys[dimension]
      if (value === undefined) throw new Error(`missing dimension: ${dimension}`)
      return [dimension, value]
    }),
  )
}
