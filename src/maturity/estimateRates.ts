import { chainLadder } from './chainLadder.ts'

/** A month of service: by age, cents that were paid by then and cents that were allowed as they stood then. */
export interface PaidCohort {
  /** Null at an age that is kept private, or not reached. */
  readonly paid: readonly (number | null)[]
  readonly allowed: readonly (number | null)[]
}

/** How a month's net collection rate is expected to stand once it is final. */
export interface RateEstimate {
  /** Rates 0-1 by age: as they stood, and after `known` ages as expected; null where one is kept private. */
  readonly rates: readonly (number | null)[]
  /** How many ages are known. */
  readonly known: number
  /** The last of the rates, and the range around it. */
  readonly rate: number
  readonly low: number
  readonly high: number
}

/** Months that must have made a step before it is expected of others. */
export const fewestMonths = 6

/** Standard errors to each side: about 19 times in 20, where months keep behaving as they did. */
const errors = 2

/** From low to high beyond which an estimate says nothing, such as that of a month whose payments have hardly begun. */
const widest = 0.25

/**
 * For each month (oldest first) that has not reached the last age, its net collection rate at that age by chain ladder,
 * once on what is paid and once on what is allowed (charges less contractual adjustments, which shrinks as they are
 * posted). The range is two of Mack's standard errors to each side; those of the two are added as if both erred to
 * the same side (|dR| ≤ dP ÷ A + P × dA ÷ A²), since how they go together is not known. Null for a month that is
 * there, of which nothing is known, or whose range is wider than `widest`, and for all where fewer than `fewestMonths` have made some step.
 */
export function estimateRates(cohorts: readonly PaidCohort[]): (RateEstimate | null)[] {
  const ages = Math.max(0, ...cohorts.map(({ paid }) => paid.length))
  const places = cohorts.map((cohort) => trimmed(cohort))
  // The first row has all ages: before it nothing can be learnt that later ones do not tell better.
  const first = places.findIndex(({ paid }) => paid.length === ages)
  // A month whose latest ages are kept private reaches less far than the one after it: that one bounds it no more.
  const usable = places.slice(Math.max(first, 0)).filter(({ paid }) => paid.length > 0)
  const ordered = usable.toSorted((a, b) => b.paid.length - a.paid.length)
  const [paid, allowed] = [
    chainLadder(
      ordered.map((one) => one.paid),
      fewestMonths,
    ),
    chainLadder(
      ordered.map((one) => one.allowed),
      fewestMonths,
    ),
  ]
  return places.map((one) => {
    const at = ordered.indexOf(one)
    const [ofPaid, ofAllowed] = [paid?.cohorts[at], allowed?.cohorts[at]]
    if (first < 0 || ofPaid === undefined || ofAllowed === undefined || one.paid.length === ages) return null
    const rate = ofPaid.ultimate / ofAllowed.ultimate
    const error = (ofPaid.standardError + rate * ofAllowed.standardError) / ofAllowed.ultimate
    if (!(2 * errors * error <= widest)) return null
    return {
      rates: ofPaid.path.map((value, age) => ratio(value, ofAllowed.path[age] ?? null)),
      known: one.paid.length,
      rate,
      low: Math.max(0, rate - errors * error),
      high: rate + errors * error,
    }
  })
}

/** Up to the last age of which both are known; at ages of which one is not, neither. */
function trimmed({ paid, allowed }: PaidCohort): PaidCohort {
  const isKnown = paid.map((value, age) => (value ?? 0) > 0 && (allowed[age] ?? 0) > 0)
  const length = isKnown.lastIndexOf(true) + 1
  const take = (values: PaidCohort['paid']): PaidCohort['paid'] =>
    values.slice(0, length).map((value, age) => (isKnown[age] === true ? value : null))
  return { paid: take(paid), allowed: take(allowed) }
}

function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null ? null : part / whole
}
