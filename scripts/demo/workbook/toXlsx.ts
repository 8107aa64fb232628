import { write, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { columnLetter } from '../../a1/columnLetter.ts'
import type { DemoTab } from './demoTabs.ts'

/** Tabs as an XLSX file, compressed. The file carries no date, so equal tabs give equal bytes. */
export function toXlsx(tabs: readonly DemoTab[]): Uint8Array {
  const workbook: WorkBook = { SheetNames: [], Sheets: {} }
  for (const tab of tabs) {
    workbook.SheetNames.push(tab.name)
    workbook.Sheets[tab.name] = toSheet(tab)
  }
  return new Uint8Array(
    write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true }) as Buffer,
  )
}

function toSheet(tab: DemoTab): WorkSheet {
  const columns = Math.max(1, ...new Set(tab.rows.map((row) => row.length)))
  return {
    // The writer skips a missing cell, but not null.
    '!data': tab.rows.map((row) => row.map((cell) => cell ?? undefined)),
    '!ref': `A1:${columnLetter(columns - 1)}${Math.max(1, tab.rows.length)}`,
  } as unknown as WorkSheet
}
