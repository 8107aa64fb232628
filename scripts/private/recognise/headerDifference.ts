import { SyncError } from '../../errors/SyncError.ts'
import { columnLetter } from '../../a1/columnLetter.ts'
import { columnHolds } from './cellFit.ts'
import { headerKey } from './normaliseHeader.ts'
import type { TabPeek } from './recogniseTab.ts'
import { tabLabel } from './tabLabel.ts'

/** A tab beside the headers that a person confirmed. */
export interface ConfirmedHeaders {
  readonly peek: TabPeek
  readonly headerRow: number
  readonly headers: readonly string[]
  readonly confirmed: readonly string[]
  /** Fields that were read, by their header. */
  readonly readAs: readonly { readonly header: string; readonly field: string }[]
}

/**
 * What changed in the headers since they were confirmed. A column that is gone and was read refuses the tab; one that is new is
 * not read, and told. Of a new column only its letter is told, for what stands there might be data.
 */
export function headerDifference({ peek, headerRow, headers, confirmed, readAs }: ConfirmedHeaders): {
  readonly errors: readonly SyncError[]
  readonly warnings: readonly string[]
} {
  const label = tabLabel(peek.tab)
  const here = new Set(headers.map(headerKey))
  const known = new Set(confirmed.map(headerKey))
  const news = headers.flatMap((header, index) =>
    header !== '' && !known.has(headerKey(header))
      ? [{ letter: columnLetter(index), holds: columnHolds(peek.rows, { headerRow, index }) }]
      : [],
  )
  const gone = confirmed.filter((header) => headerKey(header) !== '' && !here.has(headerKey(header)))
  const errors = gone.flatMap((header) => {
    const fields = readAs
      .filter((one) => headerKey(one.header) === headerKey(header))
      .map(({ field }) => field)
    if (fields.length === 0) return []
    const [one, ...more] = news
    const instead =
      one === undefined
        ? 'No column is new.'
        : `New ${more.length === 0 ? 'is' : 'are'} ${news.map(describe).join(', ')}.`
    return [
      new SyncError(
        `Tab ${label}: column "${header}", which was confirmed for ${[...new Set(fields)].join(', ')}, is gone. ${instead}`,
        'If it was renamed, run npm run setup again, or put its new header in place of the old one under "columns" and "confirmed" in the tab\'s entry of the config. If it was left out, export the report with it.',
      ),
    ]
  })
  const unread = gone.filter((header) => !readAs.some((one) => headerKey(one.header) === headerKey(header)))
  return {
    errors,
    warnings: [
      ...(errors.length === 0 ? news : []).map(
        (one) =>
          `Tab ${label}: column ${describe(one)} is new since the tab was confirmed, and not read. Run npm run setup again if it matters.`,
      ),
      ...unread.map((header) => `Tab ${label}: column "${header}", which was never read, is gone.`),
    ],
  }
}

function describe({ letter, holds }: { readonly letter: string; readonly holds: string | null }): string {
  return holds === null ? letter : `${letter} (${holds})`
}
