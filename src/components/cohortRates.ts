import type { Practice } from '../bundle/bundle.ts'
import { estimateRates, type RateEstimate } from '../maturity/estimateRates.ts'
import { addMonths, type Month } from '../periods/month.ts'
import type { MetricRow } from '../queries/metricQuery.ts'

/** Ages of a month of service, in months after it, by the name of what the metrics of a `CohortChart` ask. */
export const cohortAges = ['Month end', '30 days', '60 days', '90 days', '120 days'] as const

/** A month of service as it stood at each age, and how it is expected to end. */
export interface CohortRates {
  readonly month: Month
  /** By age; null where it is not reached, without data or withheld. */
  readonly rates: readonly (number | null)[]
  readonly withheld: readonly boolean[]
  /** Ages that have come, whatever is known of them. */
  readonly reached: number
  /** Only of months that are still maturing. */
  readonly estimate: RateEstimate | null
}

/**
 * The months (oldest first) by the answers to the metrics of each age. An age is reached when its month is over; what
 * an answer says before that is known so far, and no rate of that age.
 */
export function cohortRates(
  answers: readonly (readonly MetricRow[])[],
  months: readonly Month[],
  { months: { lastClosed } }: Pick<Practice, 'months'>,
): CohortRates[] {
  const byMonth = answers.map((rows) => new Map(rows.map((row) => [row.month, row])))
  const cohorts = months.map((month) => {
    const rows = byMonth.map((found, age) =>
      addMonths(month, age) <= lastClosed ? (found.get(month) ?? null) : null,
    )
    const shown = rows.map((row) => (row === null || row.withheld || row.value === null ? null : row))
    return {
      month,
      rates: shown.map((row) => row?.value ?? null),
      withheld: rows.map((row) => row?.withheld ?? false),
      reached: answers.filter((_, age) => addMonths(month, age) <= lastClosed).length,
      paid: shown.map((row) => row?.numerator ?? null),
      allowed: shown.map((row) => row?.denominator ?? null),
    }
  })
  const estimates = estimateRates(cohorts)
  return cohorts.map(({ month, rates, withheld, reached }, at) => ({
    month,
    rates,
    withheld,
    reached,
    estimate: reached < answers.length ? (estimates[at] ?? null) : null,
  }))
}
