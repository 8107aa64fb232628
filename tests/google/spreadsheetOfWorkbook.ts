import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { readWorkbook } from '../../scripts/private/sources/readWorkbook.ts'
import type { Row, Tab } from '../../scripts/private/sources/source.ts'
import type { NewSpreadsheet } from './StandInSpreadsheet.ts'
import type { NewTab } from './workbook/StandInTab.ts'

/** Blank rows below the data, as an office's tabs have them. */
const blankRows = 20

/**
 * A workbook file as a spreadsheet with the same cells: dates are serial numbers, errors stay errors. Grids are
 * as wide as the data and a few blank rows longer. The title is the file's name without its ending.
 */
export async function spreadsheetOfWorkbook(
  path: string,
  { id, title }: { readonly id: string; readonly title?: string },
): Promise<NewSpreadsheet> {
  const name = basename(path)
  const tabs = readWorkbook(await readFile(path), name)
  return {
    id,
    title: title ?? basename(name, extname(name)),
    tabs: await Promise.all(tabs.map(newTab)),
  }
}

async function newTab(tab: Tab): Promise<NewTab> {
  const rows: Row[] = []
  for await (const batch of tab.rows()) rows.push(...batch)
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1)
  return {
    title: tab.name,
    hidden: tab.hidden,
    rows,
    rowCount: rows.length + blankRows,
    columnCount: width,
    ...(tab.merges === undefined ? {} : { merges: tab.merges }),
  }
}
