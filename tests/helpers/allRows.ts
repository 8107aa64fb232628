import type { Row, Tab } from '../../scripts/private/sources/source.ts'

/** All rows of a tab in one array, row 1 first. */
export async function allRows(tab: Tab | undefined): Promise<Row[]> {
  const rows: Row[] = []
  if (tab === undefined) throw new Error('missing tab')
  for await (const batch of tab.rows()) rows.push(...batch)
  return rows
}
