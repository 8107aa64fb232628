import type { CubeTable } from '../../src/cubes/cube.ts'
import { addMonths } from '../../src/periods/month.ts'
import type { Happening } from '../helpers/peopleOf.ts'
import { placesOf } from './toldByClaims.ts'

/** Fewest patients whose number may be told. */
const fewest = 11

/** How often each person is counted; -1 without a number. */
type Counted = ReadonlyMap<number, number>

const flows = ['visit_count', 'new_patient_visit_count', 'telehealth_visit_count', 'booked_count'] as const

/**
 * The sums of a panel that, less one another or less what is counted of the practice's bookings in a run of months, are a
 * small group, counting people anew: it shares nothing with the audit.
 */
export function toldByPanel(
  tables: readonly CubeTable[],
  panel: readonly Happening[],
  bookings: readonly Happening[],
): string[] {
  const shown = shownOf(tables).map((one) => ({
    ...one,
    counted: countedIn(panel, one.measure, [one.month, addMonths(one.month, one.months)]),
  }))
  const pairs = shown.flatMap((later, index) =>
    shown.slice(0, index).map((earlier) => ({
      name: `${later.name} and ${earlier.name}`,
      less: minus(later.counted, earlier.counted),
    })),
  )
  const changes = pairs.filter(({ less }) => less.size > 0)
  const asked = [...shown.map(({ name, counted }) => ({ name, less: counted })), ...changes]
  const isBooked = tables.some(({ cube }) => cube.fact === 'appointments')
  return [
    ...changes.filter(({ less }) => isSmall(less)).map(({ name }) => `panel: ${name}`),
    ...(isBooked ? flows : []).flatMap((measure) =>
      runsOf(tables, measure, bookings).flatMap(({ name, counted }) =>
        asked
          .filter(({ less }) => isSmall(minus(less, counted)))
          .map((one) => `panel: ${one.name} and ${name}`),
      ),
    ),
  ]
}

function shownOf(tables: readonly CubeTable[]) {
  const table = tables.find(({ cube }) => cube.name === 'panel')
  return ['active_count', 'before_count', 'returned_count'].flatMap((measure) =>
    Array.from({ length: table?.rowCount ?? 0 }, (_, row) => row)
      .filter((row) => (table?.columns[measure]?.[row] ?? null) !== null)
      .map((row) => {
        const month = String(table?.columns.month?.[row]).slice(0, 7)
        const months = Number(table?.columns.months?.[row])
        return { name: `${measure} ${month} ${String(months)}`, measure, month, months }
      }),
  )
}

/** The runs of months of which a count of bookings is known. */
function runsOf(tables: readonly CubeTable[], measure: string, bookings: readonly Happening[]) {
  const months = [...new Set(bookings.map(({ month }) => month))].sort()
  const starts: string[] = []
  const end = addMonths(months.at(-1) ?? '2026-01', 1)
  for (let month = months[0] ?? end; month <= end; month = addMonths(month, 1)) starts.push(month)
  const places = placesOf(tables, 'appointments', measure, starts)
  return starts.flatMap((from, at) =>
    starts
      .slice(at + 1)
      .filter((to) => places.get(from) === places.get(to))
      .map((to) => ({
        name: `${measure} ${from} ${to}`,
        counted: countedIn(bookings, measure, [from, to]),
      })),
  )
}

function countedIn(happenings: readonly Happening[], measure: string, [from, to]: [string, string]): Counted {
  const counted = new Map<number, number>()
  for (const { month, person, adds } of happenings) {
    const count = adds[measure] ?? 0
    if (month >= from && month < to && count !== 0) counted.set(person, (counted.get(person) ?? 0) + count)
  }
  return counted
}

function minus(one: Counted, other: Counted): Counted {
  const left = new Map(one)
  for (const [person, count] of other) left.set(person, (left.get(person) ?? 0) - count)
  return new Map([...left].filter(([, count]) => count !== 0))
}

function isSmall(left: Counted): boolean {
  const keyless = Math.abs(left.get(-1) ?? 0)
  const people = [...left.keys()].filter((person) => person >= 0).length
  return left.size > 0 && people + Math.floor(keyless / 3) < fewest
}
