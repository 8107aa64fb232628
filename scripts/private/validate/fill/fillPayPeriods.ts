import { Temporal } from 'temporal-polyfill'
import type { PayPeriod } from '../../config/config.ts'
import type { StagedRows } from '../rows/StagedRows.ts'

/** The pay period by the pay day, as the config says it, where a row says only that. */
export function fillPayPeriods(rows: StagedRows, { days, paid_after: paidAfter }: PayPeriod): void {
  const [starts, ends] = [rows.column('period_start'), rows.column('period_end')]
  for (const [row] of ends.entries()) {
    const paid = rows.text('pay_date', row)
    if (paid === null || rows.hasProblem(row, 'period_end') || rows.hasProblem(row, 'period_start')) continue
    const end = Temporal.PlainDate.from(paid).subtract({ days: paidAfter })
    ends[row] ??= end.toString()
    starts[row] ??= end.subtract({ days: days - 1 }).toString()
  }
}
