import { useRef, useState, type ReactNode } from 'react'
import { periodPresets } from '../dashboards/periodPresets.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { filterTexts } from '../texts/filterTexts.ts'
import {
  CompareSelect,
  filterOrder,
  FilterSelect,
  MonthRange,
  PeriodChoice,
  withFilter,
  type FilterProps,
} from './FilterSelects.tsx'
import { Icon } from './Icon.tsx'
import type { SearchedListProps } from './SearchedList.tsx'
import { useFilterSheet } from './useFilterSheet.ts'

/** Longer lists can be searched. */
const mostAtAGlance = 7

/**
 * The period, what it is compared with, and the three filters of a page, one of which may be set. A wide screen has them
 * side by side; a phone has one button that opens them as a sheet, or in the page where the sheet's code is not there.
 */
export function FilterBar({ practice, state, onChange, compares = true }: FilterProps): ReactNode {
  const [showsAll, setShowsAll] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  const { Sheet, load, isThereSoon } = useFilterSheet()

  async function toggle(): Promise<void> {
    if (showsAll) setShowsAll(false)
    else if (await isThereSoon()) setOpen(true)
    else setShowsAll(true)
  }

  return (
    <form
      className={showsAll ? 'filter-bar all' : 'filter-bar'}
      aria-label={filterTexts.filters}
      onSubmit={(event) => event.preventDefault()}
    >
      <button
        ref={more}
        className="button more"
        type="button"
        aria-haspopup="dialog"
        aria-expanded={showsAll || isOpen}
        onPointerEnter={load}
        onFocus={load}
        onClick={() => void toggle()}
      >
        <Icon name="filters" />
        {showsAll ? filterTexts.hide : filterTexts.filters}
      </button>
      <PeriodSelect {...{ practice, state, onChange }} />
      <MonthRange {...{ practice, state, onChange }} />
      {filterOrder.map((dimension) => (
        <FilterSelect key={dimension} {...{ dimension, practice, state, onChange }} />
      ))}
      {compares && <CompareSelect {...{ state, onChange }} />}
      {Sheet && (
        <Sheet isOpen={isOpen} opener={more} onClose={() => setOpen(false)}>
          {(List) => <SheetChoices {...{ practice, state, onChange, compares, List }} />}
        </Sheet>
      )}
    </form>
  )
}

/** Periods first, then what they are compared with, then the filters; each choice counts at once. */
function SheetChoices({
  List,
  ...props
}: FilterProps & { readonly List: (props: SearchedListProps) => ReactNode }): ReactNode {
  const { practice, state, onChange } = props
  return (
    <>
      <PeriodChoice {...props} />
      <MonthRange {...props} />
      {props.compares && <CompareSelect {...props} />}
      {filterOrder.map((dimension) => {
        const values = practice.filters[dimension]
        if (values.length <= mostAtAGlance)
          return <FilterSelect key={dimension} dimension={dimension} {...props} />
        return (
          <List
            key={dimension}
            {...filterTexts.dimensions[dimension]}
            items={values.map((value) => ({ value, label: dimensionLabel(dimension, value, practice) }))}
            value={state.filters[dimension] ?? ''}
            onChange={(value) => onChange(withFilter(state, dimension, value))}
          />
        )
      })}
    </>
  )
}

function PeriodSelect({ practice, state, onChange }: FilterProps): ReactNode {
  const presets = periodPresets(practice)
  const { from, to } = state.period
  const preset = presets.find(({ period }) => period.from === from && period.to === to)

  function choose(choice: string): void {
    const chosen = presets.find(({ id }) => id === choice)
    if (chosen) onChange({ ...state, period: chosen.period })
  }

  return (
    <label className="extra period">
      {filterTexts.period}
      <select value={preset?.id ?? 'months'} onChange={(event) => choose(event.target.value)}>
        {presets.map(({ id, period }) => (
          <option key={id} value={id}>
            {filterTexts.preset(filterTexts.presets[id], formatPeriod(period))}
          </option>
        ))}
        {!preset && <option value="months">{formatPeriod(state.period)}</option>}
      </select>
    </label>
  )
}
