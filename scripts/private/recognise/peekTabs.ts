import type { Row, Tab } from '../sources/source.ts'
import { headerSearchRows } from './headerRows.ts'
import { unpackPasted } from './pastedText.ts'
import type { TabPeek } from './recogniseTab.ts'
import { reshapeTab } from './reshape/reshapeTab.ts'
import { unfoldMerges } from './unfoldMerges.ts'

/**
 * The first rows of every tab, merged header cells unfolded and text pasted into one column cut, sections
 * joined and what lies across turned around; one tab is read at a time.
 */
export async function peekTabs(tabs: readonly Tab[]): Promise<TabPeek[]> {
  const peeks: TabPeek[] = []
  for (const [order, tab] of tabs.entries()) {
    const unpacked = unpackPasted(tab, await firstRows(tab))
    const report = await reshapeTab(unpacked.tab, unpacked.rows)
    if (report) {
      const { rows, refusals, warnings } = report.reshaped
      peeks.push({ tab: report.tab, order, rows: rows.slice(0, headerSearchRows + 1), refusals, warnings })
    } else peeks.push({ tab: unpacked.tab, order, rows: unfoldMerges(unpacked.rows, tab.merges) })
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
