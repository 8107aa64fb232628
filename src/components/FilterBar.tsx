import { useState, type ReactNode } from 'react'
import type { FilterDimension, Practice } from '../bundle/bundle.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { periodPresets } from '../dashboards/periodPresets.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { monthsOf, type Month } from '../periods/month.ts'
import { filterTexts } from '../texts/filterTexts.ts'

const filterOrder = ['provider', 'location', 'payer'] as const

interface Props {
  readonly practice: Practice
  readonly state: PageState
  readonly onChange: (next: PageState) => void
}

/**
 * The period and the three filters of a page, one of which may be set; a narrow screen shows all but the
 * period on demand.
 */
export function FilterBar({ practice, state, onChange }: Props): ReactNode {
  const [showsAll, setShowsAll] = useState(false)
  const presets = periodPresets(practice)
  const { from, to } = state.period
  const preset = presets.find(({ period }) => period.from === from && period.to === to)

  function choosePeriod(choice: string): void {
    const chosen = presets.find(({ id }) => id === choice)
    if (chosen) onChange({ ...state, period: chosen.period })
  }

  return (
    <form
      className={showsAll ? 'filter-bar all' : 'filter-bar'}
      aria-label={filterTexts.filters}
      onSubmit={(event) => event.preventDefault()}
    >
      <label>
        {filterTexts.period}
        <select value={preset?.id ?? 'months'} onChange={(event) => choosePeriod(event.target.value)}>
          {presets.map(({ id, period }) => (
            <option key={id} value={id}>
              {filterTexts.preset(filterTexts.presets[id], formatPeriod(period))}
            </option>
          ))}
          {!preset && <option value="months">{formatPeriod(state.period)}</option>}
        </select>
      </label>
      <button
        className="button more"
        type="button"
        aria-expanded={showsAll}
        onClick={() => setShowsAll(!showsAll)}
      >
        {showsAll ? filterTexts.hide : filterTexts.filters}
      </button>
      <MonthRange practice={practice} state={state} onChange={onChange} />
      {filterOrder.map((dimension) => (
        <FilterSelect
          key={dimension}
          dimension={dimension}
          practice={practice}
          state={state}
          onChange={onChange}
        />
      ))}
    </form>
  )
}

interface FilterProps extends Props {
  readonly dimension: FilterDimension
}

function FilterSelect({ dimension, practice, state, onChange }: FilterProps): ReactNode {
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

function MonthRange({ practice, state, onChange }: Props): ReactNode {
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

/** The state with a filter set, in the place of any other, or cleared by ''. */
export function withFilter(state: PageState, dimension: FilterDimension, value: string): PageState {
  if (value !== '') return { ...state, filters: { [dimension]: value } }
  const others = Object.entries(state.filters).filter(([name]) => name !== dimension)
  return { ...state, filters: Object.fromEntries(others) }
}
