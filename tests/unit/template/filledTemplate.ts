import { read, write, utils, type CellObject } from '@e965/xlsx'
import type { TemplateTab } from '../../../scripts/template/templateTab.ts'

/** Rows of a tab by header; a cell left out stays empty. */
export type FilledRows = Readonly<Record<string, readonly Readonly<Record<string, string | number>>[]>>

/** The template as an office fills it in: rows under the headers of the named tabs, the rest untouched. */
export function filledTemplate(
  bytes: Uint8Array,
  tabs: readonly TemplateTab[],
  rows: FilledRows,
): Uint8Array {
  const book = read(bytes, { type: 'array' })
  for (const [name, filled] of Object.entries(rows)) {
    const sheet = book.Sheets[name]
    const tab = tabs.find((one) => one.name === name)
    if (!sheet || !tab) throw new Error(`unknown tab: ${name}`)
    for (const [index, row] of filled.entries()) {
      const cells = tab.columns.map(({ header }) => toCell(row[header]))
      const unknown = Object.keys(row).filter((header) => !tab.columns.some((one) => one.header === header))
      if (unknown.length > 0) throw new Error(`unknown headers of ${name}: ${unknown.join(', ')}`)
      utils.sheet_add_aoa(sheet, [cells], { origin: { r: tab.rows.length + 1 + index, c: 0 } })
    }
  }
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
}

function toCell(value: string | number | undefined): CellObject | null {
  if (value === undefined) return null
  return typeof value === 'number' ? { t: 'n', v: value } : { t: 's', v: value }
}

/** A day's serial number. */
export function serial(day: string): number {
  return Date.parse(day) / 86_400_000 + 25_569
}

/** A value that a column of the template takes, made from its rule and format alone. */
export function sampleValue({ rule, format, field }: TemplateTab['columns'][number]): string | number {
  if (rule?.kind === 'list') return rule.words[0] ?? ''
  if (rule?.kind === 'number') return rule.max <= 0 ? -1 : 1
  if (format === 'time') return 0.4
  if (format === 'timestamp') return serial('2026-09-01') + 0.4
  if (format === 'date') return serial('2026-09-01')
  return `0${field ?? ''}`
}
