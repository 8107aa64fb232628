import { describe, expect, it } from 'vitest'
import { appointments } from '../../../src/cubes/facts.ts'
import { toArrow } from '../../../src/db/toArrow.ts'
import { cubeTable } from '../../helpers/sampleCubes.ts'

const row = {
  month: '2026-10-01',
  weekday: 'Übermontag',
  day_part: 'morning',
  booked_count: 3,
  visit_count: 9_007_199_254_740_991,
  no_show_count: 0,
}
const other = { ...row, month: '2026-07-01', weekday: '' }

describe('toArrow', () => {
  it('keeps every value, with the types of the tables', () => {
    const table = toArrow(cubeTable(appointments, ['weekday', 'day_part'], [row, other]))
    expect(table.schema.fields.map((field) => `${field.name} ${String(field.type)}`)).toEqual([
      'month Date32<DAY>',
      'months Int64',
      'weekday Utf8',
      'day_part Utf8',
      'booked_count Int64',
      'visit_count Int64',
      'no_show_count Int64',
    ])
    expect([...(table.getChild('weekday') ?? [])]).toEqual(['Übermontag', ''])
    expect([...(table.getChild('visit_count') ?? [])]).toEqual([
      9_007_199_254_740_991n,
      9_007_199_254_740_991n,
    ])
    expect(
      [...(table.getChild('month') ?? [])].map((value) => new Date(Number(value)).toISOString().slice(0, 10)),
    ).toEqual(['2026-10-01', '2026-07-01'])
  })

  it('keeps nulls apart from zero, also beyond the first eight values', () => {
    const counts = [0, null, 1, 2, 3, 4, 5, 6, null, 0, null]
    const rows = counts.map((booked_count) => ({ ...row, booked_count }))
    const table = toArrow(
      cubeTable(
        appointments,
        ['weekday', 'day_part'],
        rows.map((each, at) => ({ ...each, weekday: String(at) })),
      ),
    )
    const column = [...(table.getChild('booked_count') ?? [])] as (bigint | null)[]
    expect(column.map((value) => (value === null ? null : Number(value)))).toEqual(counts)
    expect(table.getChild('booked_count')?.nullCount).toBe(3)
  })

  it('needs no functions made from text, which the page forbids', () => {
    const makeFunction = globalThis.Function
    globalThis.Function = function forbidden() {
      throw new Error('eval')
    } as unknown as FunctionConstructor
    try {
      expect(toArrow(cubeTable(appointments, ['weekday', 'day_part'], [row])).numRows).toBe(1)
    } finally {
      globalThis.Function = makeFunction
    }
  })
})
