import type { Row, Tab } from '../sources/source.ts'
import { headerSearchRows } from './headerRows.ts'
import type { TabPeek } from './recogniseTab.ts'
import { unfoldMerges } from './unfoldMerges.ts'

/** The first rows of every tab, merged header cells unfolded; one tab is read at a time. */
export async function peekTabs(tabs: readonly Tab[]): Promise<TabPeek[]> {
  const peeks: TabPeek[] = []
  for (const [order, tab] of tabs.entries()) {
    peeks.push({ tab, order, rows: unfoldMerges(await firstRows(tab), tab.merges) })
  }
  return peeks
}

/** A few rows more than the search range, so that a header in its last row still shows data below. */
async function firstRows(tab: Tab): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of tab.rows()) {
    rows.push(...batch.slice(0, headerSearchRows + 1 - rows.length))
    if (rows.length > headerSearchRows) break
  }
  return rows
}
