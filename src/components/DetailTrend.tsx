import type { ReactNode } from 'react'
import { detailTrend } from '../dashboards/detailTrend.ts'
import { ChartPanel } from './ChartPanel.tsx'
import { chartView } from './chartView.ts'
import type { ChartInput } from './drawnChart.ts'

interface Props {
  readonly metric: string
  readonly input: ChartInput
  readonly onRetry: () => void
}

/** A metric's thirteen months in the details of its tile; nothing for one that has no line of months. */
export function DetailTrend({ metric, input, onRetry }: Props): ReactNode {
  const chart = detailTrend(metric)
  const view = chartView(chart, input)
  if (view.state.status === 'none') return null
  return <ChartPanel chart={chart} view={view} {...input} onRetry={onRetry} />
}
