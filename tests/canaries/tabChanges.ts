import type { Dataset } from '../../scripts/private/contracts/dataset.ts'
import type { PlantedCell, PlantedTab } from './plantedTabs.ts'

/** What somebody did to the tabs of a practice. */
export type TabChange = (tabs: readonly PlantedTab[]) => PlantedTab[]

/** The tabs with one of them otherwise. */
export function changed(dataset: Dataset, change: (tab: PlantedTab) => Partial<PlantedTab>): TabChange {
  return (tabs) => tabs.map((tab) => (tab.dataset === dataset ? { ...tab, ...change(tab) } : tab))
}

/** A column of a tab filled otherwise. */
export function filled(
  dataset: Dataset,
  header: string,
  cell: (row: number, old: PlantedCell) => PlantedCell,
): TabChange {
  return changed(dataset, ({ headers, rows }) => ({
    rows: rows.map((row, at) => row.map((old, index) => (headers[index] === header ? cell(at, old) : old))),
  }))
}

/** A column of a tab under another header. */
export function renamed(dataset: Dataset, header: string, to: () => string): TabChange {
  return changed(dataset, ({ headers }) => ({ headers: headers.map((one) => (one === header ? to() : one)) }))
}
