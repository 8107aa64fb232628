import type { DuckDBVector } from '@duckdb/node-api'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NumberColumn } from '../../../../scripts/private/ledger/NumberColumn.ts'
import { inOrder, orderOfPeople } from '../../../../scripts/private/ledger/orderOfPeople.ts'

const row = fc.record({
  month: fc.nat(3),
  value: fc.nat(2),
  person: fc.integer({ min: -1, max: 5 }),
  cents: fc.nat(9),
})

function ordered(
  rows: readonly { month: number; value: number; person: number; cents: number }[],
): number[][] {
  const column = (name: 'month' | 'value' | 'person' | 'cents') => Int32Array.from(rows, (one) => one[name])
  const columns = (['month', 'value', 'person', 'cents'] as const).map(column)
  const [month = [], value = [], person = [], cents = []] = columns.map((one) => one)
  const order = orderOfPeople({
    places: [Int32Array.from(month), Int32Array.from(value)],
    sizes: [4, 3],
    person: Int32Array.from(person),
    amounts: [Int32Array.from(cents)],
  })
  const sorted = columns.map((one) => inOrder(one, order))
  return rows.map((_, index) => sorted.map((one) => one[index] ?? Number.NaN))
}

describe('rows of people', () => {
  test('stand by month, value and person, and those of nobody known by their amounts', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const found = ordered(rows)
        const known = found.map(([month = 0, value = 0, person = 0, cents = 0]) => [
          month,
          value,
          person,
          person === -1 ? cents : 0,
        ])
        const expected = known.toSorted(
          (a, b) => a.map((one, index) => one - (b[index] ?? 0)).find((by) => by !== 0) ?? 0,
        )
        expect(known).toEqual(expected)
        expect(found.map(String).sort()).toEqual(
          rows.map(({ month, value, person, cents }) => String([month, value, person, cents])).sort(),
        )
      }),
    )
  })

  test('take the smallest type that holds a column', () => {
    const order = Int32Array.of(1, 0)
    expect(inOrder(Int32Array.of(1, 255), order)).toEqual(Uint8Array.of(255, 1))
    expect(inOrder(Int32Array.of(1, 256), order)).toEqual(Uint16Array.of(256, 1))
    expect(inOrder(Int32Array.of(-1, 1), order)).toEqual(Int32Array.of(1, -1))
    expect(inOrder(Float64Array.of(2 ** 40, 1), order)).toEqual(Float64Array.of(1, 2 ** 40))
  })
})

describe('a column of whole numbers', () => {
  const chunk = (values: readonly (number | null)[]) =>
    ({ getItem: (index: number) => values[index] ?? null }) as unknown as DuckDBVector

  test('grows, and holds what is beyond 32 bits', () => {
    const column = new NumberColumn()
    const many = Array.from({ length: 2048 }, (_, index) => 1 - index)
    column.append(chunk(many), many.length)
    column.append(chunk([null, 2 ** 40]), 2)
    expect([...column.values()]).toEqual([...many, 0, 2 ** 40])
  })
})
