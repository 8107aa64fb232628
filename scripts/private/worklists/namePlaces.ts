import type { Intake } from '../intake.ts'
import type { LedgerWorklist } from '../ledger/ledger.ts'
import type { Worklist } from './worklist.ts'

/** Worklists whose rows say where they stand by workbook and tab, as people know them. */
export function namePlaces(worklists: readonly LedgerWorklist[], tabs: Intake['tabs']): Worklist[] {
  const names = new Map(tabs.map(({ tab, workbook, name }) => [tab, { workbook, tab: name }]))
  return worklists.map(({ rows, ...head }) => ({
    ...head,
    rows: rows.map(({ values, tab, row }) => {
      const place = names.get(tab)
      if (!place) throw new Error(`unknown tab: ${String(tab)}`)
      return { values, place: { ...place, row, column: null } }
    }),
  }))
}
