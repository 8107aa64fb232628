import { monthsOf } from '../../src/periods/month.ts'
import {
  cubesOf,
  cutOf,
  shortestOf,
  type Cube,
  type CubeTable,
  type CubeValue,
  type Dimension,
  type Fact,
} from '../../src/cubes/cube.ts'
import { facts } from '../../src/cubes/facts.ts'

/** The months that the sample covers. */
export const samplePeriod = { from: '2024-01', to: '2026-10' }

/** The values of each dimension in the sample. */
export const sampleValues: Readonly<Record<Dimension, readonly (string | number)[]>> = {
  provider: ['Amara', 'Birk', 'Chen'],
  location: ['North', 'South'],
  payer: ['commercial', 'medicare', 'self_pay'],
  visit_type: ['established', 'new', 'telehealth'],
  adjustment_category: ['bad_debt', 'contractual', 'timely_filing', 'unknown'],
  denial_category: ['coding', 'no_auth', 'timely_filing'],
  age_bucket: ['0-30', '31-60', '61-90', '91-120', '121+'],
  role_group: ['billing', 'front_desk', 'nurse'],
  category: ['collections', 'malpractice', 'provider_comp', 'rent_occupancy', 'staff_wages', 'visits'],
  kind: ['credential', 'task'],
  new_visit_level: ['99203', '99204'],
  established_visit_level: ['99212', '99213', '99214'],
  lag_days: [0, 1, 2, 5, 61],
  sign_lag_days: [0, 1, 3, 31],
  wait_minutes: [0, 5, 20, 95],
  cycle_minutes: [30, 55, 185],
  weekday: ['Monday', 'Tuesday', 'Friday'],
  day_part: ['morning', 'afternoon', 'not_given'],
  week_ahead: ['1-7', '8-14', '15-21', '22-28'],
}

type FineRow = Readonly<Record<string, CubeValue>>

/**
 * Every cube of an invented practice: each fact at its finest grain, cut as declared. Of facts
 * with several dimensions three of ten combinations are missing. The same seed gives the same tables.
 */
export function sampleCubes(seed = 1): CubeTable[] {
  const random = randomFrom(seed)
  return Object.values(facts).flatMap((fact) => {
    const rows = fineRows(fact, random)
    return cubesOf(fact).map((cube) =>
      cut(cube, cutOf(fact, cube.name).grain === 'quarter' ? rows.map(inQuarter) : rows),
    )
  })
}

/**
 * A table of a fact's first cube that has these dimensions, from rows written by hand. Rows are of one
 * month, or of three where the cut is by quarter, unless they say so themselves; null is a merged sum.
 */
export function cubeTable(fact: Fact, dimensions: readonly Dimension[], rows: readonly FineRow[]): CubeTable {
  const index = fact.cuts.findIndex(({ by }) => by.join() === dimensions.join())
  const [cube, declared] = [cubesOf(fact)[index], fact.cuts[index]]
  if (cube === undefined || declared === undefined) {
    throw new Error(`no such cut: ${fact.name} by ${dimensions.join()}`)
  }
  const months = shortestOf(declared)
  return cut(
    cube,
    rows.map((row) => ({ months, ...row })),
  )
}

function fineRows(fact: Fact, random: () => number): FineRow[] {
  let keys: FineRow[] = monthsOf(samplePeriod).map((month) => ({ month: `${month}-01`, months: 1 }))
  for (const [index, dimension] of fact.dimensions.entries()) {
    const values = sampleValues[dimension]
    // Of the first few dimensions every combination; more would be too many.
    const any = () => values.slice(Math.floor(random() * values.length)).slice(0, 1)
    keys = keys.flatMap((key) =>
      (index < 4 ? values : any()).map((value) => ({ ...key, [dimension]: value })),
    )
  }
  const isKept = (key: FineRow) =>
    fact.dimensions.length < 2 ||
    random() < 0.7 ||
    // No month is without any row.
    fact.dimensions.every((dimension) => key[dimension] === sampleValues[dimension][0])
  return keys.filter(isKept).map((key) => ({
    ...key,
    ...Object.fromEntries(Object.keys(fact.measures).map((name) => [name, amount(random) + leastOf(name)])),
  }))
}

/** Charges exceed what is adjusted, so that what is left to collect is above 0; so is what is budgeted or approved. */
function leastOf(measure: string): number {
  if (measure === 'budget_cents' || measure === 'approved_hours') return 1
  return measure === 'charge_cents' ? 1000 : 0
}

/** Mostly positive whole numbers, now and then zero. */
function amount(random: () => number): number {
  return Math.max(0, Math.floor(random() * 1000) - 50)
}

function inQuarter(row: FineRow): FineRow {
  const month = String(row.month)
  const first = String(Math.floor((Number(month.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')
  return { ...row, month: `${month.slice(0, 5)}${first}-01`, months: 3 }
}

function cut(cube: Cube, rows: readonly FineRow[]): CubeTable {
  const keys = cube.columns
    .filter(({ role }) => role === 'time' || role === 'dimension')
    .map(({ name }) => name)
  const measures = cube.columns.map(({ name }) => name).filter((name) => !keys.includes(name))
  const groups = new Map<string, Record<string, CubeValue>>()
  for (const row of rows) {
    const id = JSON.stringify(keys.map((key) => row[key]))
    const group = groups.get(id) ?? Object.fromEntries(keys.map((key) => [key, row[key] ?? '']))
    for (const name of measures) group[name] = added(group[name], row[name])
    groups.set(id, group)
  }
  const all = [...groups.values()]
  const columns = cube.columns.map(({ name }) => [name, all.map((row) => row[name] ?? null)] as const)
  return { cube, rowCount: all.length, columns: Object.fromEntries(columns) }
}

function added(sum: CubeValue | undefined, value: CubeValue | undefined): CubeValue {
  return sum === null || value === null ? null : Number(sum ?? 0) + Number(value ?? 0)
}

/** A small seeded generator (mulberry32): good enough to fill tables, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
