import type { Practice } from '../bundle/bundle.ts'
import type { Dashboard } from '../dashboards/dashboard.ts'
import { listQueries } from '../dashboards/laterQueries.ts'
import { formatMetricValue } from '../format/formatValue.ts'
import { formatMonth } from '../format/formatMonth.ts'
import type { Answer } from '../hooks/answerStore.ts'
import { maturityOf } from '../metrics/maturityOf.ts'
import type { Metric } from '../metrics/metric.ts'
import { metricById } from '../metrics/metrics.ts'
import { targetOf } from '../metrics/targetOf.ts'
import { valueStatus } from '../metrics/valueStatus.ts'
import { monthsOf, type Month } from '../periods/month.ts'
import type { MetricQuery } from '../queries/metricQuery.ts'
import { targetText } from './targetText.ts'

/** A goal missed twice in words. */
export interface GoalMissedLine {
  readonly metric: string
  readonly label: string
  readonly text: string
}

/** The list of goals missed: still on its way, without an answer, or there, perhaps empty. */
export type GoalsMissedView =
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | {
      readonly status: 'ready'
      readonly lines: readonly GoalMissedLine[]
      /** Metrics with a goal and a value in both months. */
      readonly judged: number
    }

interface Judged {
  readonly metric: Metric
  readonly text: string
  /** Not even within the amber band in the later month. */
  readonly isBad: boolean
  readonly isMissed: boolean
}

/**
 * Goals of the whole practice that were not reached in either of a metric's last two final months, those outside the amber
 * band first; from the answers that the list of movements asks for. Benchmarks are nobody's goals. Metrics for owners
 * only are left out for others. Pure.
 */
export function goalsMissedView(
  dashboard: Dashboard,
  practice: Practice,
  get: (query: MetricQuery) => Answer,
): GoalsMissedView {
  const withGoals = new Set(practice.targets.map(({ metric }) => metric))
  const asked = listQueries(dashboard, practice)
    .filter(({ metric }) => withGoals.has(metric))
    .map((query) => ({ query, answer: get(query) }))
  if (asked.some(({ answer }) => answer.status === 'loading')) return { status: 'loading' }
  if (asked.some(({ answer }) => answer.status === 'failed')) return { status: 'failed' }
  const judged = asked.flatMap(({ query, answer }) => {
    if (answer.status !== 'ready') return []
    const byMonth = new Map(answer.rows.map(({ month, value }) => [month, value]))
    return judge(query, (month) => byMonth.get(month) ?? null, practice)
  })
  const missed = judged.filter(({ isMissed }) => isMissed)
  const ordered = [...missed.filter(({ isBad }) => isBad), ...missed.filter(({ isBad }) => !isBad)]
  return { status: 'ready', lines: ordered.map(lineOf), judged: judged.length }
}

function judge(query: MetricQuery, valueOf: (month: Month) => number | null, practice: Practice): Judged[] {
  const metric = metricById(query.metric)
  const months = monthsOf(query.period)
    .filter((month) => maturityOf(metric, month, practice) === 'final')
    .slice(-2)
  const found = months.flatMap((month) => {
    const value = valueOf(month)
    const goal = targetOf(metric, practice, { period: { from: month, to: month }, filters: {} })
    const status = goal === null ? 'none' : valueStatus(metric, value, goal)
    return value === null || status === 'none' ? [] : [{ month, value, goal, status }]
  })
  const [before, last] = found
  if (before === undefined || last === undefined) return []
  const inWords = ({ month, value }: typeof last) =>
    `${formatMetricValue(metric, value)} in ${formatMonth(month)}`
  return [
    {
      metric,
      text: `${inWords(before)}, ${inWords(last)}. ${targetText(metric, last.goal)}`,
      isBad: last.status === 'bad',
      isMissed: found.every(({ status }) => status !== 'good'),
    },
  ]
}

function lineOf({ metric: { id, label }, text }: Judged): GoalMissedLine {
  return { metric: id, label, text }
}
