import { isMerged } from '../cubes/cube.ts'
import type { FactName } from '../cubes/facts.ts'
import type { Metric, Term } from '../metrics/metric.ts'
import { addMonths, type Month, type Period } from '../periods/month.ts'
import { lastQuarterEnd, quarterOf } from '../periods/quarter.ts'
import { askedDimensions, factOf, neededOf, termsOf } from './canAnswer.ts'
import { lackingIn, leadOf, type DataSpans, type Lead } from './dataSpans.ts'
import type { MetricQuery, MetricRow } from './metricQuery.ts'
import { narrowestCut } from './narrowestCut.ts'
import { trailingMonths } from './windows.ts'

/** Months of a term's window of which the practice has no data. */
export interface Gap {
  readonly fact: FactName
  readonly lead: Lead
  readonly months: readonly [Month, ...Month[]]
}

/**
 * An answer without what its data does not cover: a sum is no data where a month of its window has no data of its kind
 * in the whole practice, between the first and the last month that have, or outside them; then it would be too low,
 * and a ratio to it of different months. What nobody but one provider or payer lacks is 0, as ever. Without `spans` (a
 * bundle of before they were told) it is left as it is.
 */
export function wholeWindows(
  metric: Metric,
  query: MetricQuery,
  { rows, spans }: { readonly rows: readonly MetricRow[]; readonly spans: DataSpans | undefined },
): MetricRow[] {
  if (!spans) return [...rows]
  const ofPeriod = query.by.includes('month') ? null : sidesOf(metric, query, spans)
  return rows.flatMap((row) => {
    const { month } = row
    const own = month === undefined ? null : { ...query, period: { from: month, to: month } }
    const sides = ofPeriod ?? sidesOf(metric, own ?? query, spans)
    return withoutGaps(row, sides)
  })
}

/** The months of a query's windows of which there is no data, term by term; empty if there is all. */
export function gapsOf(metric: Metric, query: MetricQuery, spans: DataSpans): Gap[] {
  return gapsIn(termsOf(metric), query, spans)
}

/** Whether a numerator and a denominator have gaps. */
interface Sides {
  readonly numerator: boolean
  readonly denominator: boolean
}

function sidesOf(metric: Metric, query: MetricQuery, spans: DataSpans): Sides {
  const hasGaps = (terms: readonly Term[]) => gapsIn(terms, query, spans).length > 0
  if (metric.kind === 'quantile') return { numerator: false, denominator: hasGaps(termsOf(metric)) }
  return {
    numerator: hasGaps(metric.numerator),
    denominator: metric.kind === 'ratio' && hasGaps(metric.denominator),
  }
}

function withoutGaps(row: MetricRow, { numerator, denominator }: Sides): MetricRow[] {
  if (!numerator && !denominator) return [row]
  // Merged values without data are no row of their own.
  if (numerator && Object.values(row.keys).some(isMerged)) return []
  const { month, keys } = row
  return [
    {
      ...(month === undefined ? {} : { month }),
      keys,
      numerator: numerator ? null : row.numerator,
      denominator: denominator ? null : row.denominator,
      value: null,
    },
  ]
}

function gapsIn(terms: readonly Term[], query: MetricQuery, spans: DataSpans): Gap[] {
  return terms.flatMap((term) => {
    const lead = leadOf[term.fact]
    if (lead === null) return []
    const [first, ...others] = lackingIn(spans[lead], windowOf(term, query))
    return first === undefined ? [] : [{ fact: term.fact, lead, months: [first, ...others] as const }]
  })
}

/** The months that a term adds up, those of its history included; as the compiler does. */
function windowOf(term: Term, query: MetricQuery): Period {
  const { from, to } = query.period
  const trailing = trailingMonths(term)
  const end = term.window === 'four_quarters' ? lastQuarterEnd(to) : to
  if (trailing !== undefined) return { from: addMonths(end, 1 - trailing), to: end }
  const own = term.window === 'period_end' ? to : isByQuarter(term, query) ? quarterOf(from) : from
  const reach = term.history === undefined ? own : addMonths(to, 1 - term.history)
  return { from: reach < own ? reach : own, to }
}

/** Tables by quarter hold the quarter of a period's first month whole. */
function isByQuarter(term: Term, query: MetricQuery): boolean {
  return narrowestCut(factOf(term), neededOf(term, askedDimensions(query)))?.grain === 'quarter'
}
