import { SyncError } from '../../../errors/SyncError.ts'
import type { Field } from '../../contracts/contract.ts'
import { columnLetter } from '../../../a1/columnLetter.ts'
import { tabLabel } from '../../recognise/tabLabel.ts'
import type { Place, Tab } from '../../sources/source.ts'

interface Unknown {
  readonly field: string
  readonly contract: Field
  readonly column: number | null
  readonly firstRow: number
  rows: number
}

/** Unknown statuses and types of one tab: they would change a denominator or a sign, so they stop the run. */
export class UnknownLog {
  readonly #unknowns = new Map<string, Unknown>()

  add(field: string, contract: Field, place: { readonly column: number | null; readonly row: number }): void {
    const held = this.#unknowns.get(field)
    if (held) held.rows++
    else this.#unknowns.set(field, { field, contract, column: place.column, firstRow: place.row, rows: 1 })
  }

  /** One message for each field. */
  refusals(tab: Tab): SyncError[] {
    return [...this.#unknowns.values()].map((unknown) => refusal(tab, unknown))
  }
}

function refusal(tab: Tab, unknown: Unknown): SyncError {
  const { field, contract, rows } = unknown
  const { column, row: firstRow } = placeIn(tab, unknown)
  const map = contract.map ?? 'status'
  const where = column === null ? `constant of ${field}` : `column ${columnLetter(column)} (${field})`
  const count = rows === 1 ? '1 row holds' : `${rows} rows hold`
  const first = column === null ? `row ${firstRow}` : `cell ${columnLetter(column)}${firstRow}`
  return new SyncError(
    `Tab ${tabLabel(tab)}, ${where}: ${count} a value that no map knows, the first in row ${firstRow}.`,
    `Look at ${first} and add its value to map_${map} (the tab, or maps.${map} in the config) as one of ${(contract.values ?? []).join(', ')}.`,
  )
}

function placeIn(tab: Tab, { column, firstRow }: Unknown): Place {
  return tab.origin?.(firstRow, column) ?? { row: firstRow, column }
}
