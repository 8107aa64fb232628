import type { Account, TabHealth } from '../../src/bundle/bundle.ts'

/** No row of anything. */
export const noRows: Account = {
  read: 0,
  included: 0,
  quarantined: 0,
  duplicates: 0,
  blank: 0,
  outOfScope: 0,
}

/** The data health of a tab in which every row counts, but for what is changed. */
export function sampleTab(changes: Partial<TabHealth>): TabHealth {
  return {
    workbook: 'practice.xlsx',
    tab: 'Charges',
    dataset: 'charges',
    headerRow: 1,
    rows: { ...noRows, read: 900, included: 900 },
    cents: { ...noRows, read: 5000, included: 5000, unreadable: 0 },
    newest: '2026-10-30',
    ...changes,
  }
}
