/** How a cohort (a month of service) is expected to end, and how far that may be off. */
export interface CohortEstimate {
  /** What is known of it so far: the last value of its row. */
  readonly known: number
  /** What it is expected to be at the triangle's last age. */
  readonly ultimate: number
  /** What it was at each age, and is expected to be at those to come; null at ages that are not known. */
  readonly path: readonly (number | null)[]
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

/** A month of service, by age as far as it is known. */
type Cohort = readonly (number | null)[]

/** Sums over the cohorts that have reached the next age. */
interface AgeStep {
  readonly factor: number
  /** σ² of T. Mack: the spread of single factors around the mean one, by volume. */
  readonly variance: number
  /** Σ of the values at this age. */
  readonly volume: number
  /** How many cohorts there are. */
  readonly pairs: number
}

/**
 * Chain ladder with volume-weighted factors and the standard error of T. Mack ("Distribution-free calculation of the
 * standard error of chain ladder reserve estimates", ASTIN Bulletin 23/2, 1993, 213–225). `rows` are cumulative sums
 * by age, oldest cohort first: the first ones have all ages, later ones never more than those before them; null is an age
 * that is not known, which none ends with. Null where that is not so, for fewer than four cohorts or ages, where a step
 * has fewer than `fewest` cohorts behind it (with one, the spread of the last factor is extrapolated from the two before
 * it), and where nothing had been paid by some age, so that there is no factor.
 */
export function chainLadder(rows: readonly Cohort[], fewest = 1): ChainLadder | null {
  const ages = rows[0]?.length ?? 0
  const isTriangle = rows.every((row, at) => row.length > 0 && row.length <= (rows[at - 1]?.length ?? ages))
  if (ages < 4 || rows.length < 4 || !isTriangle || rows.some((row) => row.at(-1) === null)) return null
  if (rows.some((row) => row.some((value) => value !== null && !(value > 0)))) return null
  const single = Array.from({ length: ages - 1 }, (_, age) => stepOf(rows, age))
  if (single.some(({ pairs }) => pairs < fewest)) return null
  const steps = withLastVariance(single)
  const paths = rows.map((row) => completed(row, steps))
  const cohorts = rows.map((row, cohort): CohortEstimate => {
    const path = paths[cohort] ?? []
    return {
      known: row.at(-1) ?? 0,
      ultimate: path.at(-1) ?? 0,
      path,
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
function stepOf(rows: readonly Cohort[], age: number): AgeStep {
  const pairs = rows.flatMap((row) => {
    const [from, to] = [row[age], row[age + 1]]
    return from == null || to == null ? [] : [{ from, to }]
  })
  const volume = sum(pairs.map(({ from }) => from))
  const factor = sum(pairs.map(({ to }) => to)) / volume
  const spread = sum(pairs.map(({ from, to }) => from * (to / from - factor) ** 2))
  return { factor, volume, pairs: pairs.length, variance: pairs.length > 1 ? spread / (pairs.length - 1) : 0 }
}

/** A single pair has no spread: Mack carries on the fall of the two before it, and never rises above them. */
function withLastVariance(steps: readonly AgeStep[]): AgeStep[] {
  if (steps.at(-1)?.pairs !== 1) return [...steps]
  const [before = 0, last = 0] = steps.slice(-3, -1).map(({ variance }) => variance)
  const carried = before > 0 ? last ** 2 / before : 0
  return steps.map((step, age) =>
    age === steps.length - 1 ? { ...step, variance: Math.min(carried, before, last) } : step,
  )
}

/** A row, carried on to the last age. */
function completed(row: Cohort, steps: readonly AgeStep[]): (number | null)[] {
  return steps
    .slice(row.length - 1)
    .reduce<(number | null)[]>((path, { factor }) => [...path, (path.at(-1) ?? 0) * factor], [...row])
}

/** Mack's mean squared error of a cohort's end (his theorem 3). */
function ownError(path: Cohort, known: number, steps: readonly AgeStep[]): number {
  const ultimate = path.at(-1) ?? 0
  const parts = steps.map(({ factor, variance, volume }, age) =>
    age < known - 1 ? 0 : (variance / factor ** 2) * (1 / (path[age] ?? 1) + 1 / volume),
  )
  return ultimate ** 2 * sum(parts)
}

/** The same of all cohorts together, with what their factors' errors share (his corollary to theorem 3). */
function totalError(
  rows: readonly Cohort[],
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
