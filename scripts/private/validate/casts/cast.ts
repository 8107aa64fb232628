import { z } from 'zod'
import type { StagedValue } from '../../ledger/ledger.ts'
import type { Cell } from '../../sources/source.ts'

/** A zod schema from a cell to the value that a row holds; blank is null. Its issues never hold the cell. */
export type Cast<Value extends StagedValue = StagedValue> = z.ZodType<Value | null>

/** Why a cell cannot be read, and what to do: both fit to be shown anywhere. */
export class CastProblem {
  readonly rule: string
  readonly fix: string

  constructor(rule: string, fix: string) {
    this.rule = rule
    this.fix = fix
  }
}

const spreadsheetError = new CastProblem(
  'a spreadsheet error',
  'Mend the formula, or type the value; leave the cell empty if there is none.',
)

/** No date, amount, id or name is longer; the notations are not meant to be tried on a pasted page. */
const longestCell = 1000
const tooLong = new CastProblem(
  'more text than such a cell can hold',
  'Shorten the cell; a note may have been pasted into the wrong column.',
)

/**
 * Builds the schema of one kind of field. `read` gets a filled cell (text still as typed) and gives the
 * value, null for what counts as blank, or the problem.
 */
export function defineCast<Value extends StagedValue>(
  read: (cell: string | number | boolean) => Value | null | CastProblem,
): Cast<Value> {
  return z.unknown().transform((input, context): Value | null => {
    const cell = input as Cell | undefined
    if (cell === null || cell === undefined) return null
    const value = readFilled(cell, read)
    if (!(value instanceof CastProblem)) return value
    context.addIssue({ code: 'custom', message: value.rule, params: { fix: value.fix } })
    return z.NEVER
  })
}

function readFilled<Value>(
  cell: Exclude<Cell, null>,
  read: (cell: string | number | boolean) => Value | null | CastProblem,
): Value | null | CastProblem {
  if (typeof cell === 'object') return spreadsheetError
  if (typeof cell !== 'string') return read(cell)
  if (cell.trim() === '') return null
  if (cell.length > longestCell) return tooLong
  // Exports carry Excel's error words as text.
  if (/^\s*#(REF|DIV\/0|N\/A|NAME|VALUE|NULL|NUM|SPILL|ERROR)[!?]?\s*$/i.test(cell)) return spreadsheetError
  return read(cell)
}
