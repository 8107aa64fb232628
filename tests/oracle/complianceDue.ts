import { daysBetween } from './civilDates.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { dueItemsOf } from './officeEvents.ts'
import type { ListedRow } from './worklistRows.ts'

/** What is overdue, or due within 90 days, and not done (K60): the earliest due first, licences before tasks. */
export function complianceDue(rows: LedgerRows, { asOf }: OracleOptions): readonly ListedRow[] {
  return dueItemsOf(rows)
    .filter(({ due, done }) => daysBetween(asOf, due) <= 90 && (done === null || done > asOf))
    .sort((a, b) => daysBetween(b.due, a.due))
    .map(({ kind, source, due }) => ({
      source,
      values: {
        days: daysBetween(asOf, due),
        due,
        state: due < asOf ? 'overdue' : 'due',
        kind,
        item: 'task' in source ? source.task : source.type,
        holder: 'task' in source ? null : source.holder_id,
      },
    }))
}
