import { describe, expect, it } from 'vitest'
import { countIn } from '../../../../scripts/private/validate/totals/countIn.ts'

describe('how many rows a line says there are', () => {
  it.each([
    [['Total records: 1,120'], 1120],
    [['Total Records', '120'], 120],
    [[null, 'Number of rows', 7], 7],
    [['Count', 35], 35],
    [['Record count: 35'], 35],
    [['Smith Count', null, 12], 12],
    [['120 records'], 120],
  ])('%j', (row, count) => {
    expect(countIn(row)).toBe(count)
  })

  it.each([
    [['Total', 120]],
    [['Total charges', 120]],
    [['Total for Smith', '120.00']],
    [['Count', 35, 70]],
    [['Count', 3.5]],
    [['Records']],
    [['Count Basie', '99213', '12.00']],
    [[]],
  ])('%j says none', (row) => {
    expect(countIn(row)).toBeNull()
  })
})
