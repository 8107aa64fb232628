import type { ReactNode } from 'react'
import { filterDimensions, type Practice } from '../bundle/bundle.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import type { Period } from '../periods/month.ts'
import { filterTexts } from '../texts/filterTexts.ts'
import { withFilter } from './FilterBar.tsx'
import { Icon } from './Icon.tsx'

interface Props {
  readonly practice: Practice
  readonly state: PageState
  readonly onChange: (next: PageState) => void
  /** A period that may show what this one keeps private; null for none. */
  readonly offer: Period | null
}

/** What the page shows, in words: the period, the active filter with the way to clear it, and a better period. */
export function ViewLine({ practice, state, onChange, offer }: Props): ReactNode {
  const active = filterDimensions.flatMap((dimension) => {
    const value = state.filters[dimension]
    return value === undefined ? [] : [{ dimension, label: dimensionLabel(dimension, value, practice) }]
  })
  return (
    <ul className="chips" aria-label={filterTexts.view}>
      <li>
        {formatPeriod(state.period)}
        {active.length === 0 && filterTexts.wholePractice}
      </li>
      {active.map(({ dimension, label }) => (
        <li key={dimension}>
          <button
            className="chip"
            type="button"
            aria-label={filterTexts.clear(label)}
            onClick={() => onChange(withFilter(state, dimension, ''))}
          >
            {label}
            <Icon name="close" />
          </button>
        </li>
      ))}
      {offer && (
        <li>
          {filterTexts.keptPrivate}{' '}
          <button className="chip" type="button" onClick={() => onChange({ ...state, period: offer })}>
            {filterTexts.show(formatPeriod(offer))}
          </button>
        </li>
      )}
    </ul>
  )
}
