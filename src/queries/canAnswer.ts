import { type Dimension, type Fact } from '../cubes/cube.ts'
import { facts } from '../cubes/facts.ts'
import { formatList } from '../format/formatList.ts'
import type { Metric, Term } from '../metrics/metric.ts'
import { answerTexts } from '../texts/answerTexts.ts'
import type { MetricQuery, Where } from './metricQuery.ts'
import { narrowestCut, type Needed } from './narrowestCut.ts'

export type Answerable = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** What can be answered, found once for each metric and set of dimensions: a choice of a filter asks some fifty times. */
const answerable = new WeakMap<Metric, Set<string>>()

/** Whether the published tables can answer a query; if not, why, in a sentence for the page. */
export function canAnswer(metric: Metric, query: MetricQuery): Answerable {
  const asked = askedDimensions(query)
  const shape = [query.by.includes('month') ? 'month' : '', ...asked].join(' ')
  const known = answerable.get(metric) ?? new Set()
  if (known.has(shape)) return { ok: true }
  const found = foundAnswerable(metric, query, asked)
  if (found.ok) answerable.set(metric, known.add(shape))
  return found
}

function foundAnswerable(metric: Metric, query: MetricQuery, asked: readonly Dimension[]): Answerable {
  const foreign = asked.filter((dimension) => !metric.dimensions.includes(dimension))
  if (foreign.length > 0 && metric.dimensions.length === 0) {
    return no(answerTexts.wholeOnly(metric.label))
  }
  if (foreign.length > 0) return no(answerTexts.notBy(metric.label, listOf(foreign)))
  const terms = termsOf(metric)
  const cuts = terms.map((term) => narrowestCut(factOf(term), neededOf(term, asked)))
  if (query.by.includes('month') && cuts.some((cut) => cut?.grain === 'quarter')) {
    return no(answerTexts.byQuarter(metric.label))
  }
  if (!cuts.includes(null)) return { ok: true }
  return asked.length > 1 ? no(tooSmall(query)) : no(answerTexts.tooSmallBy(metric.label, listOf(asked)))
}

/** Every measure that a metric reads; a quantile reads its counts, split by bin. */
export function termsOf(metric: Metric): readonly Term[] {
  if (metric.kind === 'quantile') return [{ fact: metric.fact, measure: metric.count, table: [metric.bin] }]
  return metric.kind === 'ratio' ? [...metric.numerator, ...metric.denominator] : metric.numerator
}

/** Every dimension by which a query splits or filters, once each. */
export function askedDimensions(query: MetricQuery): Dimension[] {
  const by = query.by.filter((key) => key !== 'month')
  return [...new Set([...by, ...activeFilters(query.where).map(([dimension]) => dimension)])]
}

/** The filters of a query that have values, in a fixed order. */
export function activeFilters(where: Where): (readonly [Dimension, readonly string[]])[] {
  return (Object.entries(where) as [Dimension, readonly string[]][])
    .filter(([, values]) => values.length > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** What the table of a term must hold to serve `asked`. */
export function neededOf(term: Term, asked: readonly Dimension[]): Needed {
  const fixed = activeFilters(term.where ?? {}).map(([dimension]) => dimension)
  const own = asked.filter((dimension) => !term.across?.includes(dimension))
  return {
    dimensions: [...new Set([...own, ...fixed, ...(term.table ?? [])])],
    measures: [term.measure],
  }
}

/** The fact of a term, without its literal type. */
export function factOf(term: Term): Fact {
  return facts[term.fact]
}

function no(reason: string): Answerable {
  return { ok: false, reason }
}

/** Names the query's splits and filters. */
function tooSmall({ by, where }: MetricQuery): string {
  const splits = by.filter((key) => key !== 'month')
  const filters = activeFilters(where).map(([dimension]) => answerTexts.one(wordsOf(dimension)))
  return answerTexts.tooSmallFor(listOf(splits), formatList(filters))
}

function listOf(asked: readonly Dimension[]): string {
  return formatList(asked.map(wordsOf))
}

function wordsOf(dimension: Dimension): string {
  const fullNames: Readonly<Partial<Record<Dimension, string>>> = answerTexts.fullNames
  return fullNames[dimension] ?? dimension.replaceAll('_', ' ')
}
