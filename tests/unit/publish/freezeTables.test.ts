import { expect, test } from 'vitest'
import { cubesOf, type CubeTable } from '../../../src/cubes/cube.ts'
import { facts } from '../../../src/cubes/facts.ts'
import { freezeTables } from '../../../scripts/publish/freezeTables.ts'

/** Charges of the whole practice, month by month. */
function chargesTable(byMonth: Readonly<Record<string, number>>): CubeTable {
  const [cube] = cubesOf(facts.charges)
  if (cube === undefined) throw new Error('charges have no table')
  const months = Object.keys(byMonth)
  const columns = Object.fromEntries(
    cube.columns.map(({ name }) => [name, months.map((month) => byMonth[month] ?? 0)]),
  )
  return {
    cube,
    rowCount: months.length,
    columns: { ...columns, month: months.map((month) => `${month}-01`), months: months.map(() => 1) },
  }
}

function expensesTable(cents: number): CubeTable {
  const [cube] = cubesOf(facts.expenses)
  if (cube === undefined) throw new Error('expenses have no table')
  return {
    cube,
    rowCount: 1,
    columns: { month: ['2026-10-01'], months: [1], operating_cents: [cents] },
  }
}

const october = { '2026-09': 900, '2026-10': 100 }
const corrected = { '2026-09': 905, '2026-10': 160 }

function chargesAfter(asOf: string, before: string | null) {
  const frozen = before === null ? null : { asOf: before, tables: [chargesTable(october)] }
  const result = freezeTables({ asOf, tables: [chargesTable(corrected)] }, frozen)
  return { asOf: result.asOf, charges: result.tables[0]?.columns.charge_cents }
}

test('the first publication holds everything', () => {
  expect(chargesAfter('2026-10-10', null)).toEqual({ asOf: '2026-10-10', charges: [905, 160] })
})

test('within a week of the same month nothing about people changes', () => {
  expect(chargesAfter('2026-10-16', '2026-10-10')).toEqual({ asOf: '2026-10-10', charges: [900, 100] })
})

test('after a week the running month is taken anew, closed months are not', () => {
  expect(chargesAfter('2026-10-17', '2026-10-10')).toEqual({ asOf: '2026-10-17', charges: [900, 160] })
})

test('when the month has closed everything is taken anew', () => {
  expect(chargesAfter('2026-11-01', '2026-10-31')).toEqual({ asOf: '2026-11-01', charges: [905, 160] })
})

test('what is nobody’s is always new', () => {
  const frozen = { asOf: '2026-10-10', tables: [expensesTable(1)] }
  const result = freezeTables({ asOf: '2026-10-11', tables: [expensesTable(2)] }, frozen)
  expect(result.tables[0]?.columns.operating_cents).toEqual([2])
})

test('a table that was not published before is published', () => {
  const result = freezeTables(
    { asOf: '2026-10-11', tables: [chargesTable(corrected)] },
    { asOf: '2026-10-10', tables: [] },
  )
  expect(result.tables[0]?.columns.charge_cents).toEqual([905, 160])
})

test('an as-of date that goes back is refused: the difference would be a few days', () => {
  expect(() => chargesAfter('2026-10-09', '2026-10-10')).toThrow(/published already/)
})
