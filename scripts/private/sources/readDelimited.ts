import { basename } from 'node:path'
import { detectDelimiter } from './detectDelimiter.ts'
import { inspectText } from './inspectText.ts'
import { parseRecords } from './parseRecords.ts'
import { readText, toPlainText } from './readText.ts'
import type { Tab } from './source.ts'

/**
 * A CSV, TSV or TXT file (or one of them packed with gzip) as a tab. Encoding and delimiter are
 * found now, in one pass; each call of `rows()` reads the file anew and holds only a batch of it.
 * All cells are text or null. Throws `SyncError`, `rows()` too.
 */
export async function readDelimited(path: string): Promise<Tab> {
  const { encoding, sample, isWhole } = await inspectText(path)
  const text = toPlainText(sample)
  // The last line of a part may be cut short.
  const { character, isDeclared } = detectDelimiter(
    isWhole ? text : text.slice(0, text.lastIndexOf('\n') + 1),
  )
  const workbook = basename(path)
  return {
    workbook,
    name: workbook.replace(/(\.[^.]+?)(\.gz)?$/i, ''),
    hidden: false,
    rows: () =>
      parseRecords(readText(path, encoding), {
        file: workbook,
        delimiter: character,
        skipsFirst: isDeclared,
      }),
  }
}
