import type { Practice } from '../../src/bundle/bundle.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import { formatPeriod } from '../../src/format/formatPeriod.ts'
import { addMonths, type Month, type Period } from '../../src/periods/month.ts'

/** So many are told by name; a longer list is read by nobody. */
const mostTold = 5

/**
 * What the manager is told of bookings that no slots stand against, for owners alone: which providers, and which sites,
 * have bookings and no slots, in which months; and what to do. Only of months since the practice has slots at all, and
 * by names that are published; others are counted. `tables` are the ledger's: null where slots are not known.
 */
export function slotNotes(
  tables: readonly CubeTable[],
  { provider, location }: Practice['filters'],
): string[] {
  const whole = tables.find(({ cube }) => cube.name === 'slots')
  const first = cellsOf(tables, 'provider')
    .filter(({ isKnown }) => isKnown)
    .map(({ month }) => month)
    .sort()[0]
  if (whole === undefined || first === undefined) return []
  const unknown = new Set(monthsOf(whole).filter((_, row) => whole.columns.slot_count?.[row] === null))
  const gaps = (dimension: 'provider' | 'location') =>
    cellsOf(tables, dimension).filter(({ isKnown, month }) => !isKnown && month >= first)
  const providers = toldOf(gaps('provider'), provider, 'provider')
  // Where a provider has no slots at all, his sites have none of his either: that is told already.
  const sites = toldOf(
    gaps('location').filter(({ month }) => !unknown.has(month)),
    location,
    'site',
  )
  return [
    ...(providers === null
      ? []
      : [
          `Bookable slots are missing for ${providers}: there are bookings and no slots, so slot utilization has no value there, nor for the practice in those months. Add the slots to the slots tab, or open-slot rows to the schedule, or the provider's weekly template to the templates tab.`,
        ]),
    ...(sites === null
      ? []
      : [
          `Bookable slots by site are missing for ${sites}: somebody has bookings there and slots only elsewhere, so slot utilization has no value for the site in those months. Fill in the site of each slot.`,
        ]),
  ]
}

interface Cell {
  readonly month: Month
  readonly value: string
  readonly isKnown: boolean
}

function cellsOf(tables: readonly CubeTable[], dimension: 'provider' | 'location'): Cell[] {
  const table = tables.find(({ cube }) => cube.name === `slots_by_${dimension}`)
  if (table === undefined) return []
  return monthsOf(table).map((month, row) => ({
    month,
    value: String(table.columns[dimension]?.[row]),
    isKnown: table.columns.slot_count?.[row] !== null,
  }))
}

function monthsOf({ columns }: CubeTable): Month[] {
  return (columns.month ?? []).map((month) => String(month).slice(0, 'yyyy-mm'.length))
}

/** `Ann Lee (Mar – May 2026), Bo Ray (Mar 2026), and 2 more providers`; null for nothing. */
function toldOf(cells: readonly Cell[], names: readonly string[], noun: string): string | null {
  const groups = [...Map.groupBy(cells, ({ value }) => value)]
  const told = groups.filter(([name]) => names.includes(name)).slice(0, mostTold)
  const texts = told.map(([name, gaps]) => `${name} (${runsOf(gaps.map(({ month }) => month)).join(', ')})`)
  const others = groups.length - told.length
  if (others > 0) {
    const more = told.length > 0 ? `${String(others)} more ${noun}` : `${String(others)} ${noun}`
    texts.push(others === 1 ? more : `${more}s`)
  }
  return texts.length === 0 ? null : new Intl.ListFormat('en', { type: 'conjunction' }).format(texts)
}

/** Months in runs, in words. */
function runsOf(months: readonly Month[]): string[] {
  const runs: Period[] = []
  for (const month of months.toSorted()) {
    const run = runs.at(-1)
    const isNext = run !== undefined && addMonths(run.to, 1) === month
    if (isNext) runs.splice(-1, 1, { from: run.from, to: month })
    else runs.push({ from: month, to: month })
  }
  return runs.map((run) => formatPeriod(run))
}
