import type { Contract } from '../contracts/contract.ts'
import { isFilled } from '../sources/isFilled.ts'
import type { Cell, Row } from '../sources/source.ts'
import { CastProblem } from '../validate/casts/cast.ts'
import { unknownValue } from '../validate/casts/choiceCast.ts'
import { castOfField } from '../validate/casts/castOfField.ts'
import { columnCaster } from '../validate/casts/columnCaster.ts'
import { dateCast } from '../validate/casts/dateCast.ts'
import { moneyCast } from '../validate/casts/moneyCast.ts'
import { emptyMaps } from '../validate/values/ValueMaps.ts'

/** How many of a column's filled cells there are, and how many can be read as a field. Of the first rows alone. */
export interface CellFit {
  readonly filled: number
  readonly fitting: number
}

/** Cells below the header that can be read as a field; a word that no map knows yet can be taught, and fits. */
export function cellFit(
  rows: readonly Row[],
  place: { readonly headerRow: number; readonly index: number },
  { contract, field }: { readonly contract: Contract; readonly field: string },
): CellFit {
  const of = contract.fields[field]
  const cells = cellsBelow(rows, place)
  if (!of) return { filled: cells.length, fitting: 0 }
  const lookup = emptyMaps().ofField(field, of)
  const cast = columnCaster(castOfField(field, of, { timeZone: 'UTC', lookup }))
  const fitting = cells.filter((cell) => {
    const value = cast(cell)
    if (!(value instanceof CastProblem)) return true
    // A column of dates or amounts is no column of unknown words.
    return value.rule === unknownValue && whatCellsAre([cell]) === null
  })
  return { filled: cells.length, fitting: fitting.length }
}

/** `dates`, `amounts` or `words`, if nearly all of a column's cells are; null where there is nothing to be said. */
export function columnHolds(
  rows: readonly Row[],
  place: { readonly headerRow: number; readonly index: number },
): 'dates' | 'amounts' | 'words' | null {
  const cells = cellsBelow(rows, place)
  if (cells.length === 0) return null
  return whatCellsAre(cells) ?? (cells.every((cell) => typeof cell === 'string') ? 'words' : null)
}

const isDate = columnCaster(dateCast({ timeZone: 'UTC', month: 'first' }))
const isAmount = columnCaster(moneyCast)

function whatCellsAre(cells: readonly Cell[]): 'dates' | 'amounts' | null {
  const share = (reads: (cell: Cell) => unknown): number =>
    cells.filter((cell) => {
      const value = reads(cell)
      return value !== null && !(value instanceof CastProblem)
    }).length / cells.length
  // Days of this century as serial numbers are amounts too; amounts of forty thousand dollars are rarer.
  if (share(isDate) >= 0.9) return 'dates'
  return share(isAmount) >= 0.9 ? 'amounts' : null
}

function cellsBelow(
  rows: readonly Row[],
  { headerRow, index }: { readonly headerRow: number; readonly index: number },
): Cell[] {
  return rows.slice(headerRow).flatMap((row) => {
    const cell = row[index]
    return cell !== undefined && isFilled(cell) ? [cell] : []
  })
}
