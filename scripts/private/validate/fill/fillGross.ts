import type { StagedRows } from '../rows/StagedRows.ts'

/** Gross pay is the sum of its parts where it is not given; blank if no part is. */
export function fillGross(rows: StagedRows): void {
  const gross = rows.column('gross_amount')
  const parts = ['regular_amount', 'overtime_amount', 'other_amount']
  for (const [row, given] of gross.entries()) {
    if (given !== null || rows.hasProblem(row, 'gross_amount')) continue
    const filled = parts.map((part) => rows.number(part, row)).filter((part) => part !== null)
    if (filled.length > 0) gross[row] = filled.reduce((sum, part) => sum + part, 0)
  }
}
