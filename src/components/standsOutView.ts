import type { Practice } from '../bundle/bundle.ts'
import { listQueries } from '../dashboards/laterQueries.ts'
import type { Dashboard } from '../dashboards/dashboard.ts'
import { formatApart } from '../format/formatApart.ts'
import { formatMonth } from '../format/formatMonth.ts'
import type { Answer } from '../hooks/answerStore.ts'
import { metricById } from '../metrics/metrics.ts'
import type { MetricQuery } from '../queries/metricQuery.ts'
import { largestFirst, signalOf, type Signal } from '../signals/signalOf.ts'
import { letterTexts } from '../texts/letterTexts.ts'

/** One movement in words. */
export interface StandsOutLine {
  readonly metric: string
  readonly label: string
  readonly text: string
}

/** The list of movements: still on its way, without an answer, or there, perhaps empty. */
export type StandsOutView =
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | { readonly status: 'ready'; readonly lines: readonly StandsOutLine[]; readonly judged: number }

/** More than a reader takes in at once is no list of what stands out. */
const mostLines = 8

/**
 * What moved beyond its usual range in its last final month, the largest movement first, on whichever page; of the
 * whole practice, whatever the page's own state. Metrics for owners only are left out for others. Pure.
 */
export function standsOutView(
  dashboard: Dashboard,
  practice: Practice,
  get: (query: MetricQuery) => Answer,
): StandsOutView {
  const asked = listQueries(dashboard, practice).map((query) => ({ query, answer: get(query) }))
  if (asked.some(({ answer }) => answer.status === 'loading')) return { status: 'loading' }
  if (asked.some(({ answer }) => answer.status === 'failed')) return { status: 'failed' }
  const known = asked.flatMap(({ query, answer }) =>
    answer.status === 'ready' ? [{ query, rows: answer.rows }] : [],
  )
  const signals = known.flatMap(({ query, rows }) => {
    const found = signalOf(metricById(query.metric), query, { rows, calendar: practice })
    return found === null ? [] : [found]
  })
  const lines = largestFirst(signals).slice(0, mostLines).map(lineOf)
  return { status: 'ready', lines, judged: known.length }
}

function lineOf({ metric: id, month, value, low, high, distance, isSeasonal }: Signal): StandsOutLine {
  const metric = metricById(id)
  // No rate and no count is below zero, however far down a range reaches.
  const from = metric.unit === 'money' ? low : Math.max(0, low)
  const [text = '', lowest = '', highest = ''] = formatApart(metric, [value, from, high])
  return {
    metric: id,
    label: metric.label,
    text: letterTexts.outside(text, formatMonth(month), {
      isAbove: distance > 0,
      isSeasonal,
      low: lowest,
      high: highest,
    }),
  }
}
