import { CFB } from '@e965/xlsx'
import type { TemplateTab } from './templateTab.ts'

interface ArchiveEntry {
  /** When it was changed, as the archive says it. */
  mt?: Date
  content: Uint8Array
  size: number
}

interface Archive {
  readonly FullPaths: readonly string[]
  readonly FileIndex: readonly ArchiveEntry[]
}

/** The part of the library's container module that is used here; its own types say `any`. */
interface Archives {
  read(bytes: Buffer, options: { readonly type: 'buffer' }): Archive
  find(archive: Archive, path: string): ArchiveEntry | null
  write(
    archive: Archive,
    options: { readonly fileType: 'zip'; readonly type: 'buffer'; readonly compression: boolean },
  ): Buffer
}

const archives = CFB as Archives

/**
 * Finishes a workbook of these tabs where its writer stops short: the style of a column counts for cells
 * that do not exist yet too (else only the rows already written would keep leading zeros), and the box of
 * a note is as high as its text.
 */
export function styleColumns(bytes: Uint8Array, tabs: readonly TemplateTab[]): Uint8Array {
  const archive = archives.read(Buffer.from(bytes), { type: 'buffer' })
  for (const [index, tab] of tabs.entries()) {
    rewrite(archive, `/xl/worksheets/sheet${index + 1}.xml`, (xml) => withColumnStyles(xml, tab))
    if (tab.columns.some(({ note }) => note !== null))
      rewrite(archive, `/xl/drawings/vmlDrawing${index + 1}.vml`, (xml) => withNoteSizes(xml, tab))
  }
  // Else the archive would tell when it was made, to two seconds, and equal tabs would not give equal bytes.
  for (const entry of archive.FileIndex) entry.mt = new Date(2026, 0, 1)
  return new Uint8Array(archives.write(archive, { fileType: 'zip', type: 'buffer', compression: true }))
}

function rewrite(archive: Archive, path: string, change: (xml: string) => string): void {
  const entry = archives.find(archive, path)
  if (!entry) throw new Error(`missing part: ${path}`)
  const content = Buffer.from(change(Buffer.from(entry.content).toString()))
  entry.content = content
  entry.size = content.length
}

/** A column's style is that of its cell in row 2. */
function withColumnStyles(xml: string, { columns, protection }: TemplateTab): string {
  const styles = new Map(
    [...xml.matchAll(/<c r="([A-Z]+)2"[^>]*? s="(\d+)"/g)].map(([, letter = '', style = '']) => [
      letter,
      style,
    ]),
  )
  const byOrder = [...styles.values()]
  if (byOrder.length !== columns.length) throw new Error('unstyled column in a template tab')
  const styled = xml.replace(/<col min="(\d+)"/g, (col, min: string) => {
    const style = byOrder[Number(min) - 1]
    return style === undefined ? col : `<col style="${style}" min="${min}"`
  })
  if (protection !== 'header') return styled
  // A row can be deleted from a protected sheet only if all of its cells are unlocked.
  const rest = `<col style="${byOrder.at(-1) ?? '0'}" min="${columns.length + 1}" max="16384" width="9"/>`
  return styled.replace('</cols>', `${rest}</cols>`)
}

/** Characters in a line of a note, which is two columns wide or more. */
const lineLength = 36

/** The last row of each note's box, by the number of lines of its text. */
function withNoteSizes(vml: string, { columns }: TemplateTab): string {
  const notes = columns.flatMap(({ note }) => (note === null ? [] : [note]))
  let index = 0
  return vml.replace(/(<x:Anchor>(?:\d+,){6})\d+,/g, (_, start: string) => {
    const lines = (notes[index++] ?? '').split('\n').map((line) => Math.ceil((line.length + 1) / lineLength))
    const rows = Math.max(
      4,
      lines.reduce((sum, count) => sum + count, 1),
    )
    return `${start}${rows},`
  })
}
