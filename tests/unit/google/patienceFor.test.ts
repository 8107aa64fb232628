import { describe, expect, test } from 'vitest'
import { patienceFor } from '../../../scripts/google/patienceFor.ts'

describe('patienceFor', () => {
  test('half a minute for what is no question of cells', () => {
    expect(patienceFor([])).toBe(30_000)
  })

  test('more for every cell asked for, over all ranges', () => {
    expect(patienceFor(["'Fees'!A1:J10"])).toBe(30_012)
    expect(patienceFor(["'Fees'!A1:J10", 'Fees!A11:J20'])).toBe(30_024)
    expect(patienceFor(["'Charges'!A1:J50000"])).toBe(90_000)
    expect(patienceFor(["'Fees'!A1:C1"])).toBe(30_001)
  })

  test('without end for a range of unknown size', () => {
    for (const range of ["'Fees'", "'Fees'!A:B", 'Fees!3:4', 'a_named_range']) {
      expect(patienceFor([range])).toBe(Number.POSITIVE_INFINITY)
    }
  })
})
