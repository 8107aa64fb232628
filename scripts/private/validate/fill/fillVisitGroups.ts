import { valueKey } from '../casts/choiceCast.ts'
import type { StagedRows } from '../rows/StagedRows.ts'
import type { FillContext } from './fillContext.ts'

/** The group of a visit type by the map, and from it the two flags where they are blank. */
export function fillVisitGroups(rows: StagedRows, context: FillContext): void {
  if (!rows.has('visit_type') && !rows.has('visit_group')) return
  fillGroups(rows, context)
  const isNew = rows.column('is_new_patient')
  const isTelehealth = rows.column('is_telehealth')
  for (const [row, group] of rows.column('visit_group').entries()) {
    if (typeof group !== 'string' || group === 'unmapped') continue
    isNew[row] ??= group === 'new'
    isTelehealth[row] ??= group === 'telehealth'
  }
}

/** The group of a visit type by the map; one that it does not know is `unmapped`, and noted. */
export function fillGroups(rows: StagedRows, { maps }: FillContext): void {
  const lookup = maps.map('visit_type')
  const groups = rows.column('visit_group')
  for (const [row, given] of groups.entries()) {
    const type = rows.text('visit_type', row)
    if (given !== null || type === null) continue
    const known = lookup.get(valueKey(type))
    groups[row] = known ?? 'unmapped'
    if (known === undefined) rows.unmapped.push({ row, field: 'visit_type', value: type })
  }
}
