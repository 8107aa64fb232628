import { useRef, type ReactNode } from 'react'
import { filterDimensions, type Practice } from '../bundle/bundle.ts'
import { comparisonChosen, withComparison } from '../dashboards/comparisons.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { defaultState } from '../dashboards/preparedStates.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import type { Period } from '../periods/month.ts'
import { filterTexts } from '../texts/filterTexts.ts'
import { withFilter } from './FilterSelects.tsx'
import { Icon } from './Icon.tsx'

interface Props {
  readonly practice: Practice
  readonly state: PageState
  readonly onChange: (next: PageState) => void
  /** A period that may show what this one keeps private; null for none. */
  readonly offer: Period | null
  /** What the page shows without a choice; the last closed month where nothing is said. */
  readonly usual?: Period
}

/** A choice that can be put away by one tap. */
interface Chip {
  readonly label: string
  readonly name: string
  readonly without: PageState
}

/** What the page shows, in words: period, filter and comparison, each with the way to clear it, and a better period. */
export function ViewLine({
  practice,
  state,
  onChange,
  offer,
  usual = defaultState(practice).period,
}: Props): ReactNode {
  const list = useRef<HTMLUListElement>(null)
  const chips = chipsOf(practice, state, usual)
  const period = formatPeriod(state.period)
  const isFiltered = Object.keys(state.filters).length > 0
  const isUsual = period === formatPeriod(usual)

  function clear(without: PageState): void {
    onChange(without)
    // The chip is gone, and the focus with it.
    requestAnimationFrame(() => nextControl(list.current)?.focus())
  }

  return (
    <ul ref={list} className="chips" aria-label={filterTexts.view}>
      {isUsual && (
        <li>
          {period}
          {!isFiltered && filterTexts.wholePractice}
        </li>
      )}
      {chips.map(({ label, name, without }) => (
        <li key={name}>
          <button className="chip" type="button" aria-label={name} onClick={() => clear(without)}>
            {label}
            <Icon name="close" />
          </button>
        </li>
      ))}
      {offer && (
        <li>
          {state.period.to > practice.months.lastClosed ? filterTexts.stillOpen : filterTexts.keptPrivate}{' '}
          <button className="chip" type="button" onClick={() => onChange({ ...state, period: offer })}>
            {filterTexts.show(formatPeriod(offer))}
          </button>
        </li>
      )}
    </ul>
  )
}

function chipsOf(practice: Practice, state: PageState, usual: Period): readonly Chip[] {
  const { from, to } = state.period
  const period = formatPeriod(state.period)
  const compare = comparisonChosen(state)
  const filters = filterDimensions.flatMap((dimension) => {
    const value = state.filters[dimension]
    if (value === undefined) return []
    const label = dimensionLabel(dimension, value, practice)
    return [{ label, name: filterTexts.clear(label), without: withFilter(state, dimension, '') }]
  })
  const whole = filters.length === 0 ? filterTexts.wholePractice : ''
  return [
    ...(from === usual.from && to === usual.to
      ? []
      : [
          {
            label: period + whole,
            name: filterTexts.clearPeriod(period),
            without: { ...state, period: usual },
          },
        ]),
    ...filters,
    ...(compare === null
      ? []
      : [
          {
            label: filterTexts.comparedChip[compare],
            name: filterTexts.clearComparison(filterTexts.comparedChip[compare]),
            without: withComparison(state, null),
          },
        ]),
  ]
}

/** The first chip that is left, else the first control of the filters that can be seen. */
function nextControl(list: HTMLElement | null): HTMLElement | undefined {
  const chips = [...(list?.querySelectorAll<HTMLElement>('button') ?? [])]
  const controls = document.querySelectorAll<HTMLElement>('form.filter-bar :is(button, select)')
  return [...chips, ...controls].find((each) => each.offsetParent !== null)
}
