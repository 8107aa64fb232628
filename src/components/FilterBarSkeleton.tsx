import type { ReactNode } from 'react'
import { filterTexts } from '../texts/filterTexts.ts'
import { Icon } from './Icon.tsx'

const { provider, location, payer } = filterTexts.dimensions
const extras = [
  filterTexts.from,
  filterTexts.to,
  provider.label,
  location.label,
  payer.label,
  filterTexts.compared,
]

/** The filters before the practice is known: the same room, nothing to choose yet. */
export function FilterBarSkeleton(): ReactNode {
  return (
    <>
      <div className="filter-bar" aria-hidden="true">
        <button className="button more" type="button" disabled>
          <Icon name="filters" />
          {filterTexts.filters}
        </button>
        <label className="extra period">
          {filterTexts.period}
          <select disabled />
        </label>
        {extras.map((label) => (
          <label key={label} className="extra">
            {label}
            <select disabled />
          </label>
        ))}
      </div>
      <ul className="chips" aria-hidden="true">
        <li>&nbsp;</li>
      </ul>
    </>
  )
}
