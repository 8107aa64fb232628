import type { ReactNode } from 'react'

const extras = ['From', 'To', 'Provider', 'Location', 'Payer class']

/** The filters before the practice is known: the same room, nothing to choose yet. */
export function FilterBarSkeleton(): ReactNode {
  return (
    <>
      <div className="filter-bar" aria-hidden="true">
        <label>
          Period
          <select disabled />
        </label>
        <button className="button more" type="button" disabled>
          Filters
        </button>
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
