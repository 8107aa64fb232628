import { chartTexts } from '../texts/chartTexts.ts'
import { colorOf, showsUnsettled, type ChartSeries, type Palette } from './chartData.ts'

interface Props {
  /** What is drawn, in the order of the colours. */
  readonly series: readonly ChartSeries[]
  readonly palette?: Palette
  /** Which of them have no name beside the plot. */
  readonly named?: readonly ChartSeries[]
  readonly form: 'line' | 'bar'
  /** What is not settled yet. */
  readonly unsettledWord?: string | undefined
  /** Whether gaps of what is kept private are marked. */
  readonly hasWithheld: boolean
}

/** What is not settled, unless the chart says otherwise. */
export const stillMaturing = chartTexts.stillMaturing

/** What the marks of a plot mean that are not named beside it; nothing that is not drawn. */
export function Legend(props: Props): React.ReactNode {
  const { series, palette = 'names', named = [], form, unsettledWord = stillMaturing, hasWithheld } = props
  const hasUnsettled = series.some(showsUnsettled)
  if (named.length === 0 && !hasUnsettled && !hasWithheld) return null
  return (
    <ul className="legend">
      {named.map((one) => (
        <li key={one.id}>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <rect width="10" height="10" rx="2.5" fill={colorOf(one, series.indexOf(one), palette)} />
          </svg>
          {one.label}
        </li>
      ))}
      {hasUnsettled && (
        <li>
          {form === 'line' ? (
            <svg viewBox="0 0 18 10" className="dash" aria-hidden="true">
              <path d="M0 5h18" stroke="var(--series-1)" strokeWidth="2" strokeDasharray="3 3" />
              <circle cx="9" cy="5" r="3" fill="var(--surface)" stroke="var(--series-1)" strokeWidth="1.5" />
            </svg>
          ) : (
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <rect x="1" y="1" width="8" height="8" className="hollow" />
            </svg>
          )}
          {unsettledWord}
        </li>
      )}
      {hasWithheld && (
        <li>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <rect x="2" y="2" width="6" height="6" className="withheld-mark" />
          </svg>
          {chartTexts.keptPrivateHere}
        </li>
      )}
    </ul>
  )
}
