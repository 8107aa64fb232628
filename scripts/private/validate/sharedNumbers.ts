import { SyncError } from '../../errors/SyncError.ts'
import { contracts } from '../contracts/contracts.ts'
import type { TabSettlement } from '../ledger/ledger.ts'
import { columnLetter } from '../../a1/columnLetter.ts'
import type { RecognisedTab } from '../recognise/recognition.ts'
import { tabLabel } from '../recognise/tabLabel.ts'

/**
 * What to say of a tab in which rows share their number and differ: nothing, a note where they are few
 * (rows corrected further down), a refusal where they are more than the rejected share allows. Then the
 * column is no number of a row, and the ledger would keep a few rows of many.
 */
export function sharedNumbers(
  recognised: RecognisedTab,
  { conflicts, conflictRows, included, duplicates }: TabSettlement,
  limit: number,
): { readonly refusals: readonly SyncError[]; readonly warnings: readonly string[] } {
  if (conflicts === 0) return { refusals: [], warnings: [] }
  const rows = included + duplicates
  const what = `Tab ${tabLabel(recognised.tab)}: of ${String(rows)} rows, ${String(conflicts)} ${conflicts === 1 ? 'has' : 'have'} the number of another row (${keyText(recognised)}) and other contents, and nothing says which is newer (${rowsText(conflictRows, conflicts)})`
  if (conflicts <= Math.max(1, limit * rows)) {
    return {
      refusals: [],
      warnings: [
        `${what}; of each number the row of the later date counts, then the one of the larger amount.`,
      ],
    }
  }
  const refusal = new SyncError(
    `${what}. Only one row of each number would count.`,
    'If the column does not number every row by itself (it counts the lines of a claim, say), rename its header so that it is not read. If the rows are corrections, remove the older ones or add a column "Last Modified", or allow more with limits.rejected_share in the config.',
  )
  return { refusals: [refusal], warnings: [] }
}

/** `row 7`, `rows 7, 9 and 3 more`. */
function rowsText(rows: readonly number[], all: number): string {
  const more = all > rows.length ? ` and ${String(all - rows.length)} more` : ''
  return `${rows.length === 1 && more === '' ? 'row' : 'rows'} ${rows.join(', ')}${more}`
}

/** The columns that tell rows apart: `column A, line_id`. */
function keyText({ dataset, columns }: RecognisedTab): string {
  const has = (field: string) => columns.some((column) => column.field === field)
  const key = contracts[dataset].keys.find((fields) => fields.every(has)) ?? contracts[dataset].keys.at(-1)
  return columns
    .filter(({ field }) => key?.includes(field))
    .map(({ field, index }) => `column ${columnLetter(index)}, ${field}`)
    .join('; ')
}
