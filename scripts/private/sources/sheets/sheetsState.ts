import { z } from 'zod'
import { datasets } from '../../contracts/dataset.ts'

const merge = z.strictObject({
  startRow: z.int(),
  endRow: z.int(),
  startColumn: z.int(),
  endColumn: z.int(),
})

const tab = z.strictObject({
  sheetId: z.int(),
  title: z.string(),
  /** The title by which config and recognition know it; differs after a renaming. */
  boundTitle: z.string(),
  /** What it held at the last publication; null if it was no data. */
  dataset: z.enum(datasets).nullable(),
  index: z.int(),
  type: z.enum(['GRID', 'OBJECT', 'DATA_SOURCE']),
  hidden: z.boolean(),
  rowCount: z.int(),
  columnCount: z.int(),
  merges: z.array(merge),
  hiddenRows: z.int(),
  /** Rows down to the last one with a value. */
  rows: z.int(),
  /** SHA-256 of the canonical lines; empty for what is no grid. */
  hash: z.string(),
  /** Size of the copy's file. */
  bytes: z.int(),
})

const spreadsheet = z.strictObject({
  id: z.string(),
  title: z.string(),
  timeZone: z.string(),
  /** As Drive told; null where it was not asked. */
  version: z.string().nullable(),
  modifiedTime: z.string().nullable(),
  /** When the reading began, UTC. */
  readAt: z.iso.datetime(),
  /** Seen to change without a new version. */
  isVolatile: z.boolean(),
  /** Lines of its control tab that could not be checked. */
  notes: z.array(z.string()),
  /** Folder of the copies; the same as before as long as every value is. */
  copy: z.string().regex(/^[a-f0-9-]+$/),
  tabs: z.array(tab),
})

const state = z.strictObject({ format: z.literal(1), spreadsheets: z.array(spreadsheet) })

/** What is remembered of the last publication's spreadsheets. */
export type SheetsState = Readonly<z.output<typeof state>>
/** A whole reading of one spreadsheet. */
export type SpreadsheetRecord = Readonly<z.output<typeof spreadsheet>>
export type TabRecord = Readonly<z.output<typeof tab>>

export const noState: SheetsState = { format: 1, spreadsheets: [] }

/** The state of an earlier run; null if the text is damaged or of another kind. */
export function parseState(text: string): SheetsState | null {
  try {
    return state.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Whether two readings gave the same values in the same tabs, called and laid out the same. */
export function sameContent(a: SpreadsheetRecord, b: SpreadsheetRecord): boolean {
  return contentText(a) === contentText(b)
}

function contentText({ title, timeZone, tabs }: SpreadsheetRecord): string {
  const shown = tabs.map((one) => [
    one.sheetId,
    one.title,
    one.index,
    one.type,
    one.hidden,
    one.merges,
    one.hash,
  ])
  return JSON.stringify([title, timeZone, shown, tabs.map(({ hiddenRows }) => hiddenRows)])
}

/** Whether every tab has the same values, whatever it is called. */
export function sameValues(a: SpreadsheetRecord, b: SpreadsheetRecord): boolean {
  const values = ({ tabs }: SpreadsheetRecord) =>
    JSON.stringify(tabs.map(({ sheetId, hash }) => [sheetId, hash]))
  return values(a) === values(b)
}
