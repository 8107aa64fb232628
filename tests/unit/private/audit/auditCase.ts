import { audit } from '../../../../scripts/private/audit/audit.ts'
import type { AuditReport, AuditRule } from '../../../../scripts/private/audit/auditReport.ts'
import type { Vocabulary } from '../../../../scripts/private/audit/checkSchema.ts'
import { defineFact, merged, type CubeTable, type Fact } from '../../../../src/cubes/cube.ts'
import { facts } from '../../../../src/cubes/facts.ts'
import { peopleOf, type Happening } from '../../../helpers/peopleOf.ts'
import { publishedOf, type Publishing } from './publishedOf.ts'

/** The values that a practice of these tests may publish. */
export const vocabulary: Vocabulary = {
  provider: ['A', 'B', 'C', 'None given'],
  location: ['North', 'South', 'None given'],
  payer: ['P', 'Q', 'None given'],
  visit_type: ['new', 'telehealth', 'third', 'None given'],
  age_bucket: ['0-30', 'None given'],
  weekday: ['Mon', 'Tue'],
  day_part: ['morning', 'afternoon'],
  role_group: ['nurse', 'billing', 'None given'],
}

/** Something for each of several people, from number `first`. */
export function each(
  count: number,
  first: number,
  one: Partial<Happening> & { adds: Happening['adds'] },
): Happening[] {
  return Array.from({ length: count }, (_, index) => ({
    month: '2026-03',
    at: {},
    ...one,
    person: first + index,
  }))
}

/** A visit for each of several patients, from number `first`. */
export function visits(
  count: number,
  first: number,
  one: Omit<Partial<Happening>, 'adds'> = {},
): Happening[] {
  return each(count, first, { ...one, adds: { booked_count: 1, visit_count: 1 } })
}

/** A publication that the audit looks at: a fact with what happened, how it is published, and what is changed of it afterwards. */
export interface Case {
  readonly fact: Fact
  readonly happenings: readonly Happening[]
  readonly how?: Publishing
  readonly change?: (table: CubeTable) => CubeTable
  readonly others?: readonly { fact: Fact; happenings: readonly Happening[]; how?: Publishing }[]
  readonly vocabulary?: Vocabulary
}

/** What the audit says of a case. */
export async function report({ change = (table) => table, others = [], ...one }: Case): Promise<AuditReport> {
  const all = [one, ...others]
  const tables = all.flatMap(({ fact, happenings, how }) => publishedOf(fact, happenings, how))
  const byFact = new Map(all.map(({ fact, happenings }) => [fact.name, happenings]))
  return audit(
    tables.map(change),
    (fact, cut) => Promise.resolve(peopleOf(fact, cut, byFact.get(fact.name) ?? [])),
    {
      asOf: '2026-10-17',
      vocabulary: one.vocabulary ?? vocabulary,
      facts: all.map(({ fact }) => fact),
      twoDates: null,
      lines: null,
    },
  )
}

/** The rules that a case breaks, each once, in the order of the alphabet. */
export async function rulesOf(one: Case): Promise<AuditRule[]> {
  const { findings } = await report(one)
  return [...new Set(findings.map(({ rule }) => rule))].sort()
}

/** Changes one cell of a table. */
export function cell(
  name: string,
  place: Record<string, unknown>,
  changed: Record<string, string | number | null>,
) {
  return (table: CubeTable): CubeTable => {
    if (table.cube.name !== name) return table
    const row = Array.from({ length: table.rowCount }, (_, index) => index).find((index) =>
      Object.entries(place).every(([column, value]) => table.columns[column]?.[index] === value),
    )
    const columns = Object.entries(table.columns).map(([column, values]) => [
      column,
      values.map((value, index) => (index === row && column in changed ? (changed[column] ?? null) : value)),
    ])
    return { ...table, columns: Object.fromEntries(columns) as CubeTable['columns'] }
  }
}

/** Without the rows of a value that is called "Other (merged)" itself: the last such row holds their sums. */
export function withoutUnnamed(table: CubeTable, sum: number | null = null): CubeTable {
  const { provider, visit_count } = table.columns
  const kept = Array.from({ length: table.rowCount }, (_, row) => row).filter(
    (row) => provider?.[row] !== merged || visit_count?.[row] !== sum,
  )
  const columns = Object.entries(table.columns).map(([name, values]) => [
    name,
    kept.map((row) => values[row] ?? null),
  ])
  return { ...table, rowCount: kept.length, columns: Object.fromEntries(columns) as CubeTable['columns'] }
}

/** Without the tables that tell more than the tests say. */
export function byFilters(fact: Fact): Fact {
  const filters = ['provider', 'location', 'payer', 'visit_type']
  return { ...fact, cuts: fact.cuts.filter(({ by }) => by.every((name) => filters.includes(name))) }
}

/** Facts of the product, by their filters. */
export const [appointments, charges] = [byFilters(facts.appointments), byFilters(facts.charges)]

/** One measure, split by two dimensions. */
export const plain = defineFact({
  name: 'plain',
  dateBasis: 'service_date',
  description: 'visits',
  dimensions: ['provider', 'visit_type'],
  people: 'patient',
  measures: { visit_count: { unit: 'count', kind: 'flow', description: 'Visits.' } },
  cuts: [{ by: [] }, { by: ['provider'] }, { by: ['visit_type'] }],
})

/** Visits of a provider and of a type, one for each of several patients. */
export function seen(count: number, first: number, provider: string, visit_type: string, month = '2026-03') {
  return each(count, first, { month, at: { provider, visit_type }, adds: { visit_count: 1 } })
}

/** Enough patients of two providers. */
export const enough = [
  ...visits(30, 0, { at: { provider: 'A' } }),
  ...visits(30, 100, { at: { provider: 'B' } }),
]
