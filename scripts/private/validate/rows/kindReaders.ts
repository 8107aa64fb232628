import type { StagedValue } from '../../ledger/ledger.ts'
import type { RecognisedKinds } from '../../recognise/recognition.ts'
import type { Cell, Row } from '../../sources/source.ts'
import { CastProblem } from '../casts/cast.ts'
import { valueKey } from '../casts/choiceCast.ts'
import { toText } from '../casts/toText.ts'

/** Reads a field from a row as a whole. */
export type RowReader = (row: Row) => StagedValue | CastProblem

const blank = new CastProblem('blank, and required', 'Fill the cell: a row without it cannot be counted.')
const untold = new CastProblem(
  'blank, and nothing else says what kind of line it is',
  'Fill the cell with what the line is, such as insurance payment or patient payment.',
)
const unfit = new CastProblem(
  'a kind that does not fit the rest of the row',
  'Correct the cell, or the column that says what the line is roughly; a payment is no refund and no charge.',
)

/**
 * Readers of a choice's two columns; in each row one of them has the value and the other nothing. `cast` reads a cell
 * through the field's map.
 */
export function kindReaders(
  { exact, among, rough }: RecognisedKinds,
  cast: (cell: Cell) => StagedValue | CastProblem,
): { readonly exact: RowReader; readonly rough: RowReader } {
  /** What the row may be; null where the rough column does not know. */
  const choices = (row: Row): readonly string[] | null => {
    if (rough === null) return among
    const cell = row[rough.index] ?? null
    return cell === null || typeof cell === 'object'
      ? null
      : (rough.words.get(valueKey(toText(cell))) ?? null)
  }
  return {
    rough: (row) => {
      if (rough === null) return null
      const may = choices(row)
      if (may !== null) return may.length === 1 ? (may[0] ?? null) : null
      return cast(row[rough.index] ?? null) ?? blank
    },
    exact: (row) => {
      const may = choices(row)
      if (may === null || may.length === 1) return null
      const value = cast(row[exact] ?? null)
      if (value === null) return untold
      return value instanceof CastProblem || may.includes(String(value)) ? value : unfit
    },
  }
}
