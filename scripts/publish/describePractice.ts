import type { FilterDimension, Practice } from '../../src/bundle/bundle.ts'
import { isMerged, type CubeTable } from '../../src/cubes/cube.ts'
import { facts } from '../../src/cubes/facts.ts'
import { addMonths, monthEnd, type Month } from '../../src/periods/month.ts'
import { busyMonths, dataSpans } from './dataSpans.ts'
import { isCatchAll } from './isCatchAll.ts'

/** What is known of a practice besides its sums. */
export type PracticeFacts = Pick<
  Practice,
  'name' | 'timeZone' | 'asOf' | 'fiscalYearStart' | 'formats' | 'maturityDays' | 'targets' | 'lacks'
> & {
  /** Display names in the order in which a page lists them; others follow by name. */
  readonly providerOrder: readonly string[]
  /** Whether the as-of date itself is over: its month may have closed then. */
  readonly isDayOver?: boolean
}

/** Facts whose months do not reach into the future, so that they say up to when there is data. */
const activity = ['appointments', 'charges', 'transactions', 'payroll', 'expenses'] as const

/** The `practice` file: months with data, filter values and facts as they stand in the cubes. Null without any sum. */
export function describePractice(tables: readonly CubeTable[], known: PracticeFacts): Practice | null {
  const asOfMonth = known.asOf.slice(0, 7)
  const months = tables
    .filter((table) => (activity as readonly string[]).includes(table.cube.fact))
    .flatMap(busyMonths)
    .filter((month) => month <= asOfMonth)
  const all = [...new Set(months)].sort()
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) return null
  const { providerOrder, isDayOver = false, ...rest } = known
  return {
    ...rest,
    months: { first, last, lastClosed: lastClosedMonth(first, last, { asOf: known.asOf, isDayOver }) },
    spans: dataSpans(tables),
    filters: {
      provider: inOrder(valuesOf(tables, 'provider'), providerOrder),
      location: inOrder(valuesOf(tables, 'location'), []),
      payer: inOrder(valuesOf(tables, 'payer'), []),
    },
    facts: Object.keys(facts).filter((fact) =>
      tables.some((table) => table.cube.fact === fact && table.rowCount > 0),
    ),
  }
}

/** The last month with data that had ended on the as-of date; the first month if none had. */
function lastClosedMonth(
  first: Month,
  last: Month,
  { asOf, isDayOver }: { readonly asOf: string; readonly isDayOver: boolean },
): Month {
  const end = monthEnd(last)
  const isClosed = isDayOver ? end <= asOf : end < asOf
  const closed = isClosed ? last : addMonths(asOf.slice(0, 7), -1)
  const month = closed > last ? last : closed
  return month < first ? first : month
}

function valuesOf(tables: readonly CubeTable[], dimension: FilterDimension): string[] {
  const values = tables.flatMap((table) => table.columns[dimension] ?? []).map(String)
  return [...new Set(values)].filter((value) => !isMerged(value))
}

/** Known names first, as given; the rest by name; what stands for "none" or "other" last. */
function inOrder(values: readonly string[], order: readonly string[]): string[] {
  const known = order.filter((name) => values.includes(name))
  const rest = values.filter((value) => !known.includes(value)).sort()
  return [...known, ...rest.filter((value) => !isCatchAll(value)), ...rest.filter(isCatchAll)]
}
