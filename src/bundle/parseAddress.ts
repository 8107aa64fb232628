import { chosenComparisons } from '../dashboards/comparisons.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { defaultState } from '../dashboards/preparedStates.ts'
import { isMonth, type Period } from '../periods/month.ts'
import { addressTexts } from '../texts/addressTexts.ts'
import { filterTexts } from '../texts/filterTexts.ts'
import { filterDimensions, type FilterDimension, type Practice } from './bundle.ts'

/** The address bar as a state, and a notice for each value that was ignored. */
export interface ParsedAddress {
  readonly state: PageState
  readonly notices: readonly string[]
}

/**
 * Reads `?period=2026-10` or `2026-01..2026-10`, `provider=` (an alias, `Provider 1`), `location=`, `payer=`,
 * `compare=prior`, `prior_year` or `none`.
 * Other keys are dropped; a value that the practice does not have is dropped with a notice that does not repeat it, and
 * so is a second filter.
 */
export function parseAddress(search: string, practice: Practice): ParsedAddress {
  const params = new URLSearchParams(search)
  const fallback = defaultState(practice)
  const notices: string[] = []

  const periodText = params.get('period')
  const period = periodText === null ? fallback.period : parsePeriod(periodText, practice)
  if (!period) notices.push(addressTexts.unknownPeriod)

  const filters: Partial<Record<FilterDimension, string>> = {}
  for (const dimension of filterDimensions) {
    const written = params.get(dimension)
    if (written === null) continue
    const value = readAs(written, dimension, practice)
    if (practice.filters[dimension].includes(value)) {
      if (Object.keys(filters).length === 0) filters[dimension] = value
      else notices.push(addressTexts.secondFilter(dimension))
    } else notices.push(addressTexts.unknownFilter(dimension))
  }

  const compareText = params.get('compare')
  const compare = chosenComparisons.find((each) => each === compareText)
  if (compareText !== null && !compare) notices.push(filterTexts.unknownComparison)
  const state = { period: period ?? fallback.period, filters }
  return { state: compare ? { ...state, compare } : state, notices }
}

/** The query part of the address of a state, '' for the default state. The inverse of `parseAddress`. */
export function formatAddress(state: PageState, practice: Practice): string {
  const params: string[] = []
  const usual = defaultState(practice).period
  const { from, to } = state.period
  if (from !== usual.from || to !== usual.to) params.push(`period=${from === to ? from : `${from}..${to}`}`)
  for (const dimension of filterDimensions) {
    const value = state.filters[dimension]
    if (value === undefined) continue
    params.push(`${dimension}=${encodeURIComponent(writtenAs(value, dimension, practice))}`)
  }
  if (state.compare) params.push(`compare=${state.compare}`)
  return params.length > 0 ? `?${params.join('&')}` : ''
}

/** A provider's alias stands for the name: the host sees every address, and providers' names are for owners. */
function writtenAs(value: string, dimension: FilterDimension, { aliases }: Practice): string {
  const known = dimension === 'provider' ? (aliases?.provider ?? []) : []
  return known.find(([name]) => name === value)?.[1] ?? value
}

function readAs(written: string, dimension: FilterDimension, { aliases }: Practice): string {
  const known = dimension === 'provider' ? (aliases?.provider ?? []) : []
  return known.find(([, alias]) => alias === written)?.[0] ?? written
}

/** `2026-10` or `2026-01..2026-10` as a period; null for anything else, and for months that the practice has not. */
export function parsePeriod(text: string, practice: Practice): Period | null {
  const [from, to = from, ...rest] = text.split('..')
  if (from === undefined || to === undefined || rest.length > 0) return null
  if (!isMonth(from) || !isMonth(to) || from > to) return null
  return from >= practice.months.first && to <= practice.months.last ? { from, to } : null
}
