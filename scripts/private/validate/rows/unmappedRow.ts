import { contracts } from '../../contracts/contracts.ts'
import { columnLetter } from '../../../a1/columnLetter.ts'
import type { UnmappedRow } from '../logs/UnmappedValues.ts'
import type { StagedRows, UnmappedNote } from './StagedRows.ts'
import type { TabPlan } from './tabPlan.ts'

/** A noted value with where it stands, the map that could know it, and the control cents of its row. */
export function unmappedRow(note: UnmappedNote, staged: StagedRows, plan: TabPlan): UnmappedRow {
  const { field, value } = note
  const { tab, dataset } = plan.recognised
  const read = plan.fields.find((one) => one.field === field)
  // The group of a visit type comes out of the map; the type itself is only text.
  const map = field === 'visit_type' ? 'visit_type' : read?.contract.map
  const column = note.column ?? read?.column ?? null
  const cents = staged.number(contracts[dataset].control ?? '', note.row)
  return {
    dataset,
    field,
    value,
    mapTab: map === undefined ? null : `map_${map}`,
    cents: plan.control === null ? null : (cents ?? 0),
    place: {
      workbook: tab.workbook,
      tab: tab.name,
      row: staged.numbers[note.row] ?? 0,
      column: column === null ? null : columnLetter(column),
    },
  }
}
