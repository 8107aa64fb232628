import type { StagedRows } from '../rows/StagedRows.ts'

/** Every adjustment has a category (`unknown` without a reason); other rows have none, whatever their reason. */
export function fillAdjustments(rows: StagedRows): void {
  const categories = rows.column('adj_category')
  for (const [row, category] of categories.entries()) {
    const isAdjustment = rows.get('type', row) === 'adjustment'
    categories[row] = isAdjustment ? (category ?? 'unknown') : null
  }
  rows.unmapped = rows.unmapped.filter(
    ({ row, field }) => field !== 'adj_category' || rows.get('type', row) === 'adjustment',
  )
}
