import { isByQuarter } from '../dashboards/chartPeriods.ts'
import type { BreakdownChart, Dashboard } from '../dashboards/dashboard.ts'
import { chartQueries } from '../dashboards/pageQueries.ts'
import { metricById } from '../metrics/metrics.ts'
import type { Period } from '../periods/month.ts'
import type { ChartInput } from './drawnChart.ts'
import { tileNumbers } from './tileView.ts'
import { quarterThatHelps, windowOf } from './whyWithheld.ts'

/**
 * The last closed month, where a page's state shows the running one; the last closed quarter, where a tile's value or all of a breakdown is withheld in a page's state and that
 * quarter may show it; else null. Pure.
 */
export function quarterOffer({ tiles, charts }: Dashboard, input: ChartInput): Period | null {
  const { lastClosed, first } = input.practice.months
  // A month that is not over is thin in every number: a quarter would not help, the month before does.
  if (input.state.period.to > lastClosed)
    return lastClosed < first ? null : { from: lastClosed, to: lastClosed }
  const withheld = [
    ...tiles.filter((id) => isTileWithheld(id, input)),
    // Months stay months in the other charts, and quarters quarters, whatever the period.
    ...charts
      .filter((chart) => chart.kind === 'breakdown')
      .filter((chart) => !isByQuarter(chart) && isBreakdownWithheld(chart, input))
      .map(({ metric }) => metric),
  ]
  const offers = withheld.map((id) =>
    quarterThatHelps(input.practice, input.state, { window: windowOf(metricById(id)) }),
  )
  return offers.find((offer) => offer !== null) ?? null
}

function isTileWithheld(id: string, input: ChartInput): boolean {
  const found = tileNumbers({ metric: metricById(id), ...input })
  return found.status === 'ready' && found.row?.withheld === true
}

function isBreakdownWithheld(chart: BreakdownChart, { practice, state, get }: ChartInput): boolean {
  const rows = chartQueries(chart, state, practice)
    .map(get)
    .flatMap((answer) => (answer.status === 'ready' ? answer.rows : []))
  return rows.some(({ withheld }) => withheld) && rows.every(({ value }) => value === null)
}
