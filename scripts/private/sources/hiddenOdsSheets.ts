import { CFB } from '@e965/xlsx'

/**
 * The positions, from 0, of the hidden sheets of an ODS file, which the workbook reader does not
 * tell: a sheet is hidden if its table style says so.
 */
export function hiddenOdsSheets(bytes: Buffer): ReadonlySet<number> {
  const hidden = new Set<number>()
  const content = contentOf(bytes)
  const styles = hiddenStyles(content)
  for (const [index, [, attributes = '']] of [...content.matchAll(/<table:table\s([^>]*)>/g)].entries()) {
    const style = /table:style-name="([^"]*)"/.exec(attributes)?.[1]
    if (style !== undefined && styles.has(style)) hidden.add(index)
  }
  return hidden
}

/** The part of the bundled zip reader that is used; it comes without types. */
interface ZipReader {
  read(bytes: Buffer, options: { type: 'buffer' }): unknown
  find(zip: unknown, path: string): { readonly content: Uint8Array } | null
}

function contentOf(bytes: Buffer): string {
  const zip = CFB as ZipReader
  const entry = zip.find(zip.read(bytes, { type: 'buffer' }), '/content.xml')
  return entry === null ? '' : Buffer.from(entry.content).toString('utf8')
}

function hiddenStyles(content: string): Set<string> {
  const names = new Set<string>()
  for (const [, attributes = '', body = ''] of content.matchAll(
    /<style:style\s([^>]*[^/])>(.*?)<\/style:style>/gs,
  )) {
    const name = /style:name="([^"]*)"/.exec(attributes)?.[1]
    if (name !== undefined && /<style:table-properties\b[^>]*table:display="false"/.test(body))
      names.add(name)
  }
  return names
}
