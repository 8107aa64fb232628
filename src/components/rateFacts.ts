import { rateQueries } from '../dashboards/rateQueries.ts'
import { seriesMonths } from '../dashboards/seriesQuery.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { formatValue } from '../format/formatValue.ts'
import { keptPrivate } from '../format/keptPrivate.ts'
import { addMonths, monthsOf } from '../periods/month.ts'
import type { MetricQuery, MetricRow } from '../queries/metricQuery.ts'
import { rateTexts } from '../texts/rateTexts.ts'
import { boundText } from './boundText.ts'
import { cohortRates } from './cohortRates.ts'
import type { TileDetailsView } from './tileDetailsView.ts'
import type { TileInput } from './tileView.ts'

/** What the details of a net collection rate say beside the rate: its bounds and, while a month matures, an estimate. */
export function rateFacts(input: TileInput, rate: number | null): TileDetailsView['facts'] {
  return [
    { label: rateTexts.bounds, texts: boundTexts(input, rate) },
    { label: rateTexts.estimate, texts: estimateTexts(input) },
  ]
}

function boundTexts({ metric, state, get }: TileInput, rate: number | null): string[] {
  const [other] = rowsOf(rateQueries(metric.id, state).bound, get)?.flat().filter(isAt(state.period.to)) ?? []
  if (other === undefined || (!other.withheld && other.value === null)) return []
  if (metric.id === 'net_collection_rate') return [...rateTexts.ofServiceMonth]
  if (other.withheld) return [rateTexts.amountPrivate(keptPrivate.toLowerCase())]
  const text = boundText(rate, other)
  return text === null ? [] : [rateTexts.between(text), rateTexts.boundsExplained]
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
    rateTexts.estimated(rate ?? '', low ?? '', high ?? '', formatMonth(to)),
    rateTexts.estimateExplained,
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
