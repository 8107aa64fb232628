import { rateQueries } from '../dashboards/rateQueries.ts'
import { seriesMonths } from '../dashboards/seriesQuery.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { formatValue } from '../format/formatValue.ts'
import { keptPrivate } from '../format/keptPrivate.ts'
import { addMonths, monthsOf } from '../periods/month.ts'
import type { MetricQuery, MetricRow } from '../queries/metricQuery.ts'
import { boundText } from './boundText.ts'
import { cohortRates } from './cohortRates.ts'
import type { TileDetailsView } from './tileDetailsView.ts'
import type { TileInput } from './tileView.ts'

/** How the bounds come about, for whoever reads one. */
export const boundsExplained =
  'Low: no uncategorized adjustment counts as contractual, as in the rate itself. High: all of them do.'

/** What the details of a net collection rate say beside the rate: its bounds and, while a month matures, an estimate. */
export function rateFacts(input: TileInput, rate: number | null): TileDetailsView['facts'] {
  return [
    { label: 'Low and high bound', texts: boundTexts(input, rate) },
    { label: 'Estimate at 120 days', texts: estimateTexts(input) },
  ]
}

function boundTexts({ metric, state, get }: TileInput, rate: number | null): string[] {
  const [other] = rowsOf(rateQueries(metric.id, state).bound, get)?.flat().filter(isAt(state.period.to)) ?? []
  if (other === undefined || (!other.withheld && other.value === null)) return []
  if (metric.id === 'net_collection_rate') {
    return [
      'Some adjustments are uncategorized. They stay in what contracts allow: those that are contractual make this rate look lower than it is.',
      'The bounds are told of the rolling 12 months only: by month of service they could tell of few people.',
    ]
  }
  if (other.withheld)
    return [`Some adjustments are uncategorized. How much is: ${keptPrivate.toLowerCase()}.`]
  const text = boundText(rate, other)
  return text === null ? [] : [`${text} while adjustments are uncategorized`, boundsExplained]
}

/** Of a single month that matures; '' of all others. Never in place of the rate. */
function estimateTexts({ metric, practice, state, get }: TileInput): string[] {
  const { from, to } = state.period
  const answers = rowsOf(rateQueries(metric.id, state).ages, get)
  if (from !== to || answers === null || answers.length === 0) return []
  const months = monthsOf({ from: addMonths(to, 1 - seriesMonths), to })
  const estimate = cohortRates(answers, months, practice).at(-1)?.estimate
  if (!estimate) return []
  const [rate, low, high] = [estimate.rate, estimate.low, estimate.high].map((one) =>
    formatValue('rate', one),
  )
  return [
    `${rate ?? ''} (${low ?? ''} to ${high ?? ''}) for ${formatMonth(to)}`,
    'An estimate by chain ladder from how earlier months were paid, with two standard errors to each side; nothing of it has been counted above.',
  ]
}

/** Null until all are there. */
function rowsOf(queries: readonly MetricQuery[], get: TileInput['get']): (readonly MetricRow[])[] | null {
  const answers = queries.map(get)
  const rows = answers.flatMap((answer) => (answer.status === 'ready' ? [answer.rows] : []))
  return rows.length < answers.length ? null : rows
}

function isAt(to: string): (row: MetricRow) => boolean {
  return ({ month }) => month === to
}
