import type { MetricRow } from '../../src/queries/metricQuery.ts'
import { definitions, type Bins, type Sums } from './definitions.ts'
import { pick, type Keys } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { isGiven, matchingEvents, partSums, type PartSums } from './partSums.ts'
import { questionsOf, type OracleQuery, type Question } from './question.ts'

/**
 * The second computation of a metric: in plain TypeScript, from rows, by the KPI dictionary, sharing
 * nothing with the ledger's SQL, the query compiler or the metrics. Rows come for the keys that occur
 * in the months (and filters) asked for; a query without keys always has one row. A part without any
 * event in its months, or without the history it needs, makes the sum null: no data, not 0.
 * Throws `unknown metric: …`.
 */
export function oracle(
  metricId: string,
  query: OracleQuery,
  rows: LedgerRows,
  options: OracleOptions,
): MetricRow[] {
  const definition = definitions[metricId]
  if (definition === undefined) throw new Error(`unknown metric: ${metricId}`)
  const answer = questionsOf(query, rows, options).flatMap((question) =>
    'bins' in definition ? quantileRows(definition, question) : sumRows(definition, question),
  )
  const isEmpty = query.by.length === 0 && answer.length === 0
  return isEmpty ? [{ keys: {}, numerator: null, denominator: null, value: null }] : answer
}

function sumRows({ of, per = [], times = 1 }: Sums, question: Question): MetricRow[] {
  const numerators = of.map((part) => partSums(part, question))
  const denominators = per.map((part) => partSums(part, question))
  // A whole has no rows of its own: it stands under each of its shares.
  const keyed = [...numerators, ...denominators].filter(
    ({ splits }) => splits.length === question.splits.length,
  )
  const distinct = new Map(keyed.flatMap(({ keys }) => keys.map((each) => [JSON.stringify(each), each])))
  return [...distinct.values()].map((keys) => {
    const numerator = add(numerators, keys)
    const denominator = per.length === 0 ? null : add(denominators, keys)
    const value = per.length === 0 ? numerator : divide(numerator, denominator)
    return rowOf(question, keys, { numerator, denominator, value: value === null ? null : value * times })
  })
}

function add(sums: readonly PartSums[], keys: Keys): number | null {
  return sums.reduce<number | null>((total, part) => {
    const sum = part.of(keys)
    return total === null || sum === null ? null : total + sum
  }, 0)
}

/** A share of nothing, or of less, says nothing. */
function divide(numerator: number | null, denominator: number | null): number | null {
  return numerator === null || denominator === null || denominator <= 0 ? null : numerator / denominator
}

/** The smallest number of days or minutes by which so many of all are reached. */
function quantileRows({ bins, at, percent }: Bins, question: Question): MetricRow[] {
  const { splits } = question
  if (!isGiven(bins, question)) return []
  const groups = Map.groupBy(matchingEvents(bins, question), ({ keys }) => JSON.stringify(pick(keys, splits)))
  return [...groups.values()].flatMap((events) => {
    const [first] = events
    const ordered = events.toSorted((a, b) => Number(a.keys[at]) - Number(b.keys[at]))
    const all = ordered.reduce((count, event) => count + (event.sums[bins.sum] ?? 0), 0)
    let reached = 0
    const middle = ordered.find((event) => {
      reached += event.sums[bins.sum] ?? 0
      return reached * 100 >= all * percent
    })
    if (first === undefined || middle === undefined) return []
    const value = Number(middle.keys[at])
    return [rowOf(question, pick(first.keys, splits), { numerator: null, denominator: all, value })]
  })
}

function rowOf(
  { frame }: Question,
  keys: Keys,
  numbers: Pick<MetricRow, 'numerator' | 'denominator' | 'value'>,
): MetricRow {
  return { ...(frame.label === null ? {} : { month: frame.label }), keys, ...numbers }
}
