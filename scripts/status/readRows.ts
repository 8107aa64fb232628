import type { TabHealth } from '../../src/bundle/bundle.ts'
import { sheetOfLink } from '../google/spreadsheetLink.ts'
import { isControl } from '../private/sources/checkControl.ts'
import type { TabReadingNote } from '../private/sources/sheets/sheetsReading.ts'
import { andMore } from '../words/counted.ts'
import { count, date, headerRow, linked, money, text } from './cells.ts'
import { cutText } from './safeText.ts'
import type { StatusReport } from './statusReport.ts'
import type { StatusRow } from './statusSheet.ts'

const tabLimit = 500
const nameLimit = 200

const headers = [
  'Spreadsheet',
  'Tab',
  'Read as',
  'Rows read',
  'Included',
  'Rejected',
  'Duplicates',
  'Blank',
  'Out of scope',
  'Hidden rows',
  'Newest date',
  'Money read',
  'Money included',
  'Money rejected',
]

/** One row for each tab that was read: first those that hold data, then those passed over. */
export function readRows(report: StatusReport): StatusRow[] {
  const { health, spreadsheets } = report
  const notes = new Map<string, { readonly workbook: string; readonly note: TabReadingNote }>(
    spreadsheets.flatMap(({ id, title, tabs }) =>
      tabs.map((note) => [`${id}/${note.sheetId}`, { workbook: title, note }] as const),
    ),
  )
  const rows = (health?.tabs ?? []).map((tab) => {
    const { workbook, tab: name, headerRow: row } = tab
    const link = report.link({ workbook, tab: name, row, column: null })
    const key = tabOfLink(link)
    const hiddenRows = notes.get(key)?.note.hiddenRows ?? null
    notes.delete(key)
    return dataRow(tab, link, hiddenRows)
  })
  for (const { workbook, note } of notes.values()) rows.push(otherRow(workbook, note, health !== null))
  if (rows.length === 0) return []
  const more = rows.length - tabLimit
  return [
    headerRow(headers),
    ...rows.slice(0, tabLimit),
    ...(more > 0 ? [[text(andMore(more, 'tab'), 'note')]] : []),
  ]
}

/** Spreadsheet and tab that a link opens: titles alone may be those of two spreadsheets. */
function tabOfLink(link: string | null): string {
  const sheet = sheetOfLink(link ?? '')
  return sheet === null ? '' : `${sheet.spreadsheetId}/${sheet.sheetId}`
}

function dataRow(tab: TabHealth, link: string | null, hiddenRows: number | null): StatusRow {
  const { rows, cents } = tab
  return [
    text(cutText(tab.workbook, nameLimit)),
    linked(cutText(tab.tab, nameLimit), link),
    text(tab.dataset),
    count(rows.read),
    count(rows.included),
    count(rows.quarantined, rows.quarantined > 0 ? 'watch' : undefined),
    count(rows.duplicates),
    count(rows.blank),
    count(rows.outOfScope),
    count(hiddenRows),
    date(tab.newest),
    money(cents?.read ?? null),
    money(cents?.included ?? null),
    money(cents?.quarantined ?? null),
  ]
}

/** A tab without figures of its own: no dataset, no cells, or a run that stopped before adding up. */
function otherRow(workbook: string, note: TabReadingNote, checked: boolean): StatusRow {
  const passedOver = isControl({ name: note.title }) ? 'control' : 'no data'
  const what = note.skipped ?? (checked ? passedOver : '')
  return [
    text(cutText(workbook, nameLimit)),
    text(cutText(note.title, nameLimit)),
    text(what, 'note'),
    note.skipped === null ? count(note.rows) : null,
    ...Array.from({ length: 5 }, () => null),
    note.skipped === null ? count(note.hiddenRows) : null,
  ]
}
