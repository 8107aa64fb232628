import { seriesColor, type ChartSeries, type Palette, type TargetLine } from './chartData.ts'

interface Props {
  readonly series: readonly ChartSeries[]
  readonly palette?: Palette
  readonly target?: TargetLine | null
  /** Whether the series are lines, whose unsettled end is dashed. */
  readonly lines?: boolean
  /** What that end is. */
  readonly unsettledWord?: string | undefined
}

/** What the dashed end of a line is, unless the chart says otherwise. */
export const stillMaturing = 'Still maturing'

/** The colours of a plot, in the order of its series, and its target. A single series is named by the title. */
export function Legend({
  series,
  palette = 'names',
  target = null,
  lines = false,
  unsettledWord = stillMaturing,
}: Props): React.ReactNode {
  const named = series.length > 1 ? series : []
  const hasUnsettled = lines && series.some(({ unsettled = 0 }) => unsettled > 0)
  if (named.length === 0 && !target && !hasUnsettled) return null
  return (
    <ul className="legend">
      {named.map(({ id, label }, index) => (
        <li key={id}>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <rect width="10" height="10" rx="2.5" fill={seriesColor(index, palette)} />
          </svg>
          {label}
        </li>
      ))}
      {hasUnsettled && (
        <li>
          <svg viewBox="0 0 18 10" className="dash" aria-hidden="true">
            <path d="M0 5h18" stroke="var(--series-1)" strokeWidth="2" strokeDasharray="3 3" />
          </svg>
          {unsettledWord}
        </li>
      )}
      {target && (
        <li>
          <svg viewBox="0 0 18 10" className="dash" aria-hidden="true">
            <path d="M0 5h18" stroke="var(--target)" strokeWidth="1.5" strokeDasharray="4 3" />
          </svg>
          {target.label}
        </li>
      )}
    </ul>
  )
}
