import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellKey } from '../../../../scripts/private/gate/cellsOf.ts'
import { anyKey, gate, type MergeRequest } from '../../../../scripts/private/gate/gate.ts'
import { GateMemory } from '../../../../scripts/private/gate/GateMemory.ts'
import type { CubeTable, Dimension, Fact } from '../../../../src/cubes/cube.ts'
import { facts, type FactName } from '../../../../src/cubes/facts.ts'
import { peopleOf } from '../../../helpers/peopleOf.ts'
import { randomPractice } from '../../../privacy/randomPractice.ts'
import { ungated } from '../../../privacy/ungated.ts'

/** Facts that depend on each other: totals, flows of balances, and two that follow. */
const names = [
  'appointments',
  'clinic_days',
  'charges',
  'transactions',
  'receivables',
  'reconciliation',
] as const satisfies readonly FactName[]

/** A published sum that the audit wants merged: of a table, row and measure, or with all values beside it. */
interface Drawn {
  readonly table: number
  readonly row: number
  readonly measure: number
  readonly isWide: boolean
}

const place: fc.Arbitrary<Drawn> = fc.record({
  table: fc.nat(),
  row: fc.nat(),
  measure: fc.nat(),
  isWide: fc.boolean(),
})
const rounds = fc.array(fc.array(place, { maxLength: 6 }), { minLength: 2, maxLength: 4 })

function requestOf(tables: readonly CubeTable[], drawn: Drawn): MergeRequest[] {
  const table = tables[drawn.table % tables.length]
  if (table === undefined || table.rowCount === 0) return []
  const { cube, columns } = table
  const row = drawn.row % table.rowCount
  const columnsOf = (isRole: (role: string) => boolean) =>
    cube.columns.filter(({ role }) => isRole(role)).map(({ name }) => name)
  const cut = columnsOf((role) => role === 'dimension')
  const measures = columnsOf((role) => role !== 'dimension' && role !== 'time')
  return [
    {
      cube: cube.name,
      month: String(columns.month?.[row]).slice(0, 7),
      months: columns.months?.[row] === 3 ? 3 : 1,
      measure: measures[drawn.measure % measures.length] ?? '',
      key: drawn.isWide && cut.length > 0 ? anyKey : cellKey(cut.map((name) => columns[name]?.[row] ?? '')),
    },
  ]
}

test('a gate that remembers decides what it would decide without, however many sums are to be merged', async () => {
  const property = fc.asyncProperty(fc.nat(100_000), rounds, async (seed, drawn) => {
    const practice = randomPractice(seed)
    const of = (fact: Fact) => practice.happenings[fact.name as FactName] ?? []
    const tables = names.flatMap((name) => ungated(facts[name], of(facts[name])))
    // The same rows each time, as a sync gives them: what is remembered depends on them.
    const read = new Map<string, ReturnType<typeof peopleOf>>()
    const people = (fact: Fact, cut: readonly Dimension[]) => {
      const key = [fact.name, ...cut].join()
      const rows = read.get(key) ?? peopleOf(fact, cut, of(fact))
      read.set(key, rows)
      return Promise.resolve(rows)
    }
    const options = { asOf: practice.asOf, tables, people }
    const memory = new GateMemory()
    const requests: MergeRequest[] = []
    let last = await gate({ ...options, memory })
    for (const places of drawn) {
      for (const one of places) requests.push(...requestOf(last, one))
      last = await gate({ ...options, requests, memory })
      expect(last).toEqual(await gate({ ...options, requests }))
    }
  })
  await fc.assert(property, { numRuns: 15 })
})
