import type { Fact } from '../../../src/cubes/cube.ts'

/** When a group's sum may be published. Fixed in code: nothing lowers it. */
export interface PublishingRule {
  /** Fewest people. */
  readonly least: number
  /** Largest share that one person, and that two together, may have. */
  readonly shares: readonly [number, number]
  /** Whether the shares are asked of counts and hours too, not of money alone. */
  readonly sharesAlways: boolean
  /** Patients' rows without a key that stand for one person; with `Infinity` they stand for nobody. */
  readonly rowsPerPerson: number
}

/** Rows without a key that stand for one person. */
export const rowsPerPerson = 3

/** Eleven patients, none above 50 % of money and no two above 75 %; five employees, none above 25 %, all known. */
export function publishingRule(people: NonNullable<Fact['people']>): PublishingRule {
  if (people === 'patient') return { least: 11, shares: [0.5, 0.75], sharesAlways: false, rowsPerPerson }
  return { least: 5, shares: [0.25, 1], sharesAlways: true, rowsPerPerson: Infinity }
}
