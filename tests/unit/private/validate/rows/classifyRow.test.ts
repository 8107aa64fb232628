import { describe, expect, it } from 'vitest'
import type { Row } from '../../../../../scripts/private/sources/source.ts'
import { classifyRow } from '../../../../../scripts/private/validate/rows/classifyRow.ts'

const shape = {
  columns: [
    { index: 0, header: 'Claim' },
    { index: 1, header: 'Service Date' },
    { index: 2, header: 'Provider' },
    { index: 4, header: 'Pay Amount' },
  ],
  ids: [0],
  required: [1, 4],
}

describe('classifyRow', () => {
  it.each<[Row, string]>([
    [[], 'blank'],
    [[null, '', '  ', '\u00a0'], 'blank'],
    [['C1', '1/5/24', 'A', null, 12], 'data'],
    [[null, '1/5/24', 'A', null, 12], 'data'],
    [['C1', null, null, null, null, 'x'], 'data'],
    [[null, null, null, null, 12], 'data'],
    [['Total', null, null, null, 120], 'total'],
    [['Grand Total:', null, null, null, 120], 'total'],
    [[null, 'Report Totals', null, null, 120], 'total'],
    [['Payroll Totals', '', '', '', '16.65'], 'total'],
    [[null, null, 'Total for Smith', null, 120], 'total'],
    [['Sub-total', null, null, null, 120], 'total'],
    [['Subtotal Smith', null, null, null, 120], 'total'],
    [['C1', '1/5/24', 'Total Health Group', null, 12], 'data'],
    [[null, '1/5/24', 'Total Health Group', null, 12], 'data'],
    [['C1', null, 'Total for Smith', null, 120], 'data'],
    [['Totally other', '1/5/24', 'A', null, 12], 'data'],
    [['Claim', 'Service Date', 'Provider', null, 'Pay Amount'], 'furniture'],
    [['claim ', 'SERVICE DATE', null, null, 'Amount'], 'furniture'],
    [['Printed 1/5/2024 3:15 PM by jdoe'], 'furniture'],
    [['Printed', '1/5/2024'], 'furniture'],
    [['Page 1 of 3', null, null, null, 'Confidential'], 'furniture'],
    [['Dr. Smith'], 'furniture'],
    [[null, null, null, 'a note beside the table'], 'furniture'],
  ])('takes %j for %s', (row, expected) => {
    expect(classifyRow(row, shape)).toBe(expected)
  })
})
