/** How a cohort (a month of service) is expected to end, and how far that may be off. */
export interface CohortEstimate {
  /** What is known of it so far: the last value of its row. */
  readonly known: number
  /** What it is expected to be at the triangle's last age. */
  readonly ultimate: number
  /** Mack's standard error of that, 0 for a cohort that is there already. */
  readonly standardError: number
}

/** The estimates of a triangle. */
export interface ChainLadder {
  /** By which a cohort grows from each age to the next, on average: one fewer than there are ages. */
  readonly factors: readonly number[]
  /** In the order of the triangle's rows. */
  readonly cohorts: readonly CohortEstimate[]
  /** Of what all cohorts are still expected to gain together; errors of the factors are shared, so it is no root of squares. */
  readonly totalStandardError: number
}

/** Sums over the cohorts that have reached the next age. */
interface AgeStep {
  readonly factor: number
  /** σ² of T. Mack: the spread of single factors around the mean one, by volume. */
  readonly variance: number
  /** Σ of the values at this age. */
  readonly volume: number
}

/**
 * Chain ladder with volume-weighted factors and the standard error of T. Mack ("Distribution-free calculation of the
 * standard error of chain ladder reserve estimates", ASTIN Bulletin 23/2, 1993, 213–225). `rows` are cumulative sums
 * by age, oldest cohort first; the first has all ages, each later one one age fewer. Null where that is not so, for fewer
 * than four cohorts (the spread of the last factor is extrapolated from the two before it), and where nothing had been
 * paid by some age, so that there is no factor.
 */
export function chainLadder(rows: readonly (readonly number[])[]): ChainLadder | null {
  const ages = rows[0]?.length ?? 0
  const isTriangle = rows.every((row, cohort) => row.length === ages - cohort)
  if (ages < 4 || rows.length !== ages || !isTriangle) return null
  if (rows.some((row) => row.some((value) => !(value > 0)))) return null
  const steps = withLastVariance(rows.slice(1).map((_, age) => stepOf(rows, age)))
  const paths = rows.map((row) => completed(row, steps))
  const cohorts = rows.map((row, cohort): CohortEstimate => {
    const path = paths[cohort] ?? []
    return {
      known: row.at(-1) ?? 0,
      ultimate: path.at(-1) ?? 0,
      standardError: Math.sqrt(ownError(path, row.length, steps)),
    }
  })
  return {
    factors: steps.map(({ factor }) => factor),
    cohorts,
    totalStandardError: Math.sqrt(totalError(rows, cohorts, steps)),
  }
}

/** From one age to the next, over all cohorts that have reached the latter. */
function stepOf(rows: readonly (readonly number[])[], age: number): AgeStep {
  const pairs = rows.flatMap((row) => {
    const [from, to] = [row[age], row[age + 1]]
    return from === undefined || to === undefined ? [] : [{ from, to }]
  })
  const volume = sum(pairs.map(({ from }) => from))
  const factor = sum(pairs.map(({ to }) => to)) / volume
  const spread = sum(pairs.map(({ from, to }) => from * (to / from - factor) ** 2))
  return { factor, volume, variance: pairs.length > 1 ? spread / (pairs.length - 1) : 0 }
}

/** A single pair has no spread: Mack carries on the fall of the two before it, and never rises above them. */
function withLastVariance(steps: readonly AgeStep[]): AgeStep[] {
  const [before = 0, last = 0] = steps.slice(-3, -1).map(({ variance }) => variance)
  const carried = before > 0 ? last ** 2 / before : 0
  return steps.map((step, age) =>
    age === steps.length - 1 ? { ...step, variance: Math.min(carried, before, last) } : step,
  )
}

/** A row, carried on to the last age. */
function completed(row: readonly number[], steps: readonly AgeStep[]): number[] {
  return steps
    .slice(row.length - 1)
    .reduce<number[]>((path, { factor }) => [...path, (path.at(-1) ?? 0) * factor], [...row])
}

/** Mack's mean squared error of a cohort's end (his theorem 3). */
function ownError(path: readonly number[], known: number, steps: readonly AgeStep[]): number {
  const ultimate = path.at(-1) ?? 0
  const parts = steps.map(({ factor, variance, volume }, age) =>
    age < known - 1 ? 0 : (variance / factor ** 2) * (1 / (path[age] ?? 1) + 1 / volume),
  )
  return ultimate ** 2 * sum(parts)
}

/** The same of all cohorts together, with what their factors' errors share (his corollary to theorem 3). */
function totalError(
  rows: readonly (readonly number[])[],
  cohorts: readonly CohortEstimate[],
  steps: readonly AgeStep[],
): number {
  return sum(
    cohorts.map(({ ultimate, standardError }, cohort) => {
      const known = rows[cohort]?.length ?? 0
      const later = sum(cohorts.slice(cohort + 1).map((other) => other.ultimate))
      const shared = steps.map(({ factor, variance, volume }, age) =>
        age < known - 1 ? 0 : (2 * variance) / factor ** 2 / volume,
      )
      return standardError ** 2 + ultimate * later * sum(shared)
    }),
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
