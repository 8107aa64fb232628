import { describe, expect, it } from 'vitest'
import { appointmentHours } from '../../../src/cubes/facts.ts'
import { toArrow } from '../../../src/db/toArrow.ts'
import { cubeTable } from '../../helpers/sampleCubes.ts'

const row = {
  month: '2026-10-01',
  weekday: 'Übermontag',
  hour: 9,
  booked_count: 3,
  kept_count: 9_007_199_254_740_991,
  no_show_count: 0,
}
const other = { ...row, month: '2026-07-01', weekday: '' }

describe('toArrow', () => {
  it('keeps every value, with the types of the tables', () => {
    const table = toArrow(cubeTable(appointmentHours, ['weekday', 'hour'], [row, other]))
    expect(table.schema.fields.map((field) => `${field.name} ${String(field.type)}`)).toEqual([
      'month Date32<DAY>',
      'weekday Utf8',
      'hour Int64',
      'booked_count Int64',
      'kept_count Int64',
      'no_show_count Int64',
    ])
    expect([...(table.getChild('weekday') ?? [])]).toEqual(['Übermontag', ''])
    expect([...(table.getChild('kept_count') ?? [])]).toEqual([
      9_007_199_254_740_991n,
      9_007_199_254_740_991n,
    ])
    expect(
      [...(table.getChild('month') ?? [])].map((value) => new Date(Number(value)).toISOString().slice(0, 10)),
    ).toEqual(['2026-10-01', '2026-07-01'])
  })

  it('needs no functions made from text, which the page forbids', () => {
    const makeFunction = globalThis.Function
    globalThis.Function = function forbidden() {
      throw new Error('eval')
    } as unknown as FunctionConstructor
    try {
      expect(toArrow(cubeTable(appointmentHours, ['weekday', 'hour'], [row])).numRows).toBe(1)
    } finally {
      globalThis.Function = makeFunction
    }
  })
})
