import { onOneLine } from '../errors/onOneLine.ts'
import { readerState } from './readerState.ts'
import type { Reader } from './reader.ts'

/** Everybody who was added, in a table; `today` is a civil date. There is no secret to show. */
export function readersTable(readers: readonly Reader[], today: string): string {
  if (readers.length === 0)
    return 'Nobody has been added yet: npm run share -- add --label TEXT --audience owner'
  const head = ['id', 'label', 'audience', 'added', 'expires', 'link', 'state']
  const rows = readers.map((reader) => [
    reader.id,
    onOneLine(reader.label),
    reader.audience,
    reader.added,
    reader.expires ?? 'never',
    linkKind(reader),
    readerState(reader, today),
  ])
  const table = [head, ...rows]
  const widths = head.map((_, index) => Math.max(...table.map((row) => row[index]?.length ?? 0)))
  return table
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** How a person's link opens. */
export function linkKind({ sealed_link }: Reader): 'whole' | 'two-part' {
  return sealed_link === undefined ? 'whole' : 'two-part'
}
