import type { ReactNode } from 'react'
import type { FilterDimension, Practice } from '../bundle/bundle.ts'
import {
  chosenComparisons,
  comparisonChosen,
  comparisonsOf,
  withComparison,
} from '../dashboards/comparisons.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { periodPresets } from '../dashboards/periodPresets.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { monthsOf, type Month } from '../periods/month.ts'
import { filterTexts } from '../texts/filterTexts.ts'

/** The filters in the order in which they stand. */
export const filterOrder = ['provider', 'location', 'payer'] as const

/** What a page shows, and the way to change it. */
export interface FilterProps {
  readonly practice: Practice
  readonly state: PageState
  readonly onChange: (next: PageState) => void
  /** False on a page that shows no changes: nothing to compare there. */
  readonly compares?: boolean
}

/** The list of one filter's values, as the browser draws it. */
export function FilterSelect({
  dimension,
  practice,
  state,
  onChange,
}: FilterProps & { readonly dimension: FilterDimension }): ReactNode {
  const { label, all } = filterTexts.dimensions[dimension]
  const value = state.filters[dimension] ?? ''
  return (
    <label className="extra">
      {label}
      <select
        value={value}
        className={value === '' ? '' : 'active'}
        disabled={practice.filters[dimension].length === 0}
        onChange={(event) => onChange(withFilter(state, dimension, event.target.value))}
      >
        <option value="">{all}</option>
        {practice.filters[dimension].map((option) => (
          <option key={option} value={option}>
            {dimensionLabel(dimension, option, practice)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The periods on offer, one below the other. */
export function PeriodChoice({ practice, state, onChange }: FilterProps): ReactNode {
  const { from, to } = state.period
  return (
    <fieldset className="sheet-periods">
      <legend>{filterTexts.period}</legend>
      {periodPresets(practice).map(({ id, period }) => (
        <label key={id}>
          <input
            type="radio"
            name="sheet-period"
            checked={period.from === from && period.to === to}
            onChange={() => onChange({ ...state, period })}
          />
          <span>{filterTexts.presets[id]}</span>
          <small>{formatPeriod(period)}</small>
        </label>
      ))}
    </fieldset>
  )
}

/** The first and the last month of the period; one that would end before it begins takes the other along. */
export function MonthRange({ practice, state, onChange }: FilterProps): ReactNode {
  const months = monthsOf({ from: practice.months.first, to: practice.months.last }).reverse()
  const { from, to } = state.period
  const choose = (next: { from: Month; to: Month }) => onChange({ ...state, period: next })
  return (
    <>
      <MonthSelect
        label={filterTexts.from}
        months={months}
        value={from}
        onChange={(month) => choose({ from: month, to: month > to ? month : to })}
      />
      <MonthSelect
        label={filterTexts.to}
        months={months}
        value={to}
        onChange={(month) => choose({ from: month < from ? month : from, to: month })}
      />
    </>
  )
}

interface MonthProps {
  readonly label: string
  readonly months: readonly Month[]
  readonly value: Month
  readonly onChange: (month: Month) => void
}

function MonthSelect({ label, months, value, onChange }: MonthProps): ReactNode {
  return (
    <label className="extra">
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {months.map((month) => (
          <option key={month} value={month}>
            {formatMonth(month)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What changes are counted against: what makes sense for the period, or nothing. */
export function CompareSelect({ state, onChange }: Omit<FilterProps, 'practice'>): ReactNode {
  const [first, ...more] = comparisonsOf(state.period)
  const usual =
    first === undefined || more.length > 0 ? filterTexts.bothComparisons : filterTexts.comparisons[first]
  const offered = more.length > 0 ? chosenComparisons : (['none'] as const)
  const chosen = comparisonChosen(state)
  return (
    <label className="extra">
      {filterTexts.compared}
      <select
        value={chosen ?? ''}
        className={chosen === null ? '' : 'active'}
        onChange={(event) =>
          onChange(withComparison(state, offered.find((each) => each === event.target.value) ?? null))
        }
      >
        <option value="">{usual}</option>
        {offered.map((each) => (
          <option key={each} value={each}>
            {filterTexts.comparisons[each]}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The state with a filter set, in the place of any other, or cleared by ''. */
export function withFilter(state: PageState, dimension: FilterDimension, value: string): PageState {
  if (value !== '') return { ...state, filters: { [dimension]: value } }
  const others = Object.entries(state.filters).filter(([name]) => name !== dimension)
  return { ...state, filters: Object.fromEntries(others) }
}
