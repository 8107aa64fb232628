import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx'
import type { Planted } from './canary.ts'
import type { PlantedCell, PlantedTab } from './plantedTabs.ts'

/** Datasets that are delivered as CSV; the others stand in one workbook. */
const delimited = new Set(['charges', 'payroll', 'aging', 'expenses', 'staff'])

/** What names files and tabs: the private side may say it, what is published may not. */
export interface Places {
  /** Base name of the workbook, without its ending. */
  readonly workbook: string
  /** Title of a tab that holds data. */
  readonly tab: string
  /** Title of a tab that holds none. */
  readonly other: string
}

/** Names after people, as offices give them. */
export function plantedPlaces(places: Planted): Places {
  return {
    workbook: `${places.text('name of a file')} practice`,
    tab: `${places.text('name of a tab')} visits`,
    other: places.text('name of a tab without data'),
  }
}

/**
 * The practice as a folder: a workbook with comments, hidden rows, columns and tabs, and properties with canaries
 * in them, and CSV files beside it. `places` says how file and tabs are named.
 */
export async function writePlantedFolder(
  folder: string,
  tabs: readonly PlantedTab[],
  { planted, places }: { readonly planted: Planted; readonly places: Places },
): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const tab of tabs.filter(({ dataset }) => delimited.has(dataset)))
    await writeFile(join(folder, `${tab.name}.csv`), csvOf(tab))
  const book = utils.book_new()
  for (const tab of tabs.filter(({ dataset }) => !delimited.has(dataset)))
    utils.book_append_sheet(
      book,
      sheetOf(tab, planted),
      tab.dataset === 'appointments' ? places.tab : tab.name,
    )
  const note = utils.aoa_to_sheet([[planted.text('a tab without data')]])
  utils.book_append_sheet(book, note, places.other)
  const hidden = utils.aoa_to_sheet([[planted.text('a hidden tab')]])
  utils.book_append_sheet(book, hidden, `${places.other} 2`)
  book.Workbook = {
    Sheets: book.SheetNames.map((_, index) => ({ Hidden: index === book.SheetNames.length - 1 ? 1 : 0 })),
  }
  book.Props = {
    Title: planted.text('title of the document'),
    Author: planted.text('author of the document'),
    Comments: planted.text('comment on the document'),
    Company: planted.text('company of the document'),
  }
  book.Custprops = { Patient: planted.text('property of the document') }
  await writeFile(
    join(folder, `${places.workbook}.xlsx`),
    write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
  )
}

/** The lines of the config that say what the tabs with names of their own hold. */
export function pinsOf({ workbook, tab }: Places): string {
  return `  - { file: '${workbook}.xlsx', tab: '${tab}', dataset: appointments }\n`
}

/** A tab as CSV, every cell in quotes. */
export function csvOf({ headers, rows }: PlantedTab): string {
  const quoted = (cell: PlantedCell) => `"${textOf(cell).replaceAll('"', '""')}"`
  return `${[headers, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
}

/** A tab as a Google spreadsheet holds it: days are serial numbers. */
export function gridOf({ headers, rows }: PlantedTab): (string | number | null)[][] {
  const plain = (cell: PlantedCell) => (isDay(cell) ? serial(cell.day) : cell)
  return [[...headers], ...rows.map((row) => row.map(plain))]
}

function sheetOf(tab: PlantedTab, planted: Planted): WorkSheet {
  const rows = tab.rows.map((row) => row.map(cellObject))
  const sheet = utils.aoa_to_sheet([tab.headers.map((header) => header || null), ...rows])
  const first = sheet.A2 as CellObject | undefined
  if (first) {
    first.c = [{ a: planted.text('author of a comment'), t: planted.text(`${tab.dataset}, a comment`) }]
    first.c.hidden = true
  }
  sheet['!rows'] = [{}, {}, { hidden: true }]
  sheet['!cols'] = tab.headers.map((_, index) => (index % 3 === 1 ? { hidden: true } : {}))
  return sheet
}

function isDay(cell: PlantedCell): cell is { readonly day: string } {
  return typeof cell === 'object' && cell !== null
}

function serial(day: string): number {
  return Date.parse(day) / 86_400_000 + 25_569
}

function textOf(cell: PlantedCell): string {
  if (cell === null) return ''
  if (isDay(cell)) return cell.day
  return typeof cell === 'number' ? String(cell) : cell
}

function cellObject(cell: PlantedCell): CellObject | string | null {
  if (isDay(cell)) return { t: 'n', v: serial(cell.day), z: 'm/d/yyyy' }
  return typeof cell === 'number' ? { t: 'n', v: cell, z: '#,##0.00' } : cell
}
