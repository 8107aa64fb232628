import type { ReactNode } from 'react'
import { filterDimensions } from '../bundle/bundle.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { withFilter } from './FilterBar.tsx'
import { Icon } from './Icon.tsx'

interface Props {
  readonly state: PageState
  readonly onChange: (next: PageState) => void
}

/** What the page shows, in words: the period, and the active filter with the way to clear it. */
export function ViewLine({ state, onChange }: Props): ReactNode {
  const active = filterDimensions.flatMap((dimension) => {
    const value = state.filters[dimension]
    return value === undefined ? [] : [{ dimension, label: dimensionLabel(dimension, value) }]
  })
  return (
    <ul className="chips" aria-label="This view">
      <li>
        {formatPeriod(state.period)}
        {active.length === 0 && ', whole practice'}
      </li>
      {active.map(({ dimension, label }) => (
        <li key={dimension}>
          <button
            className="chip"
            type="button"
            aria-label={`Clear filter: ${label}`}
            onClick={() => onChange(withFilter(state, dimension, ''))}
          >
            {label}
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  )
}
