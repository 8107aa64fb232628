import type { StagedRows } from '../rows/StagedRows.ts'
import type { FillContext } from './fillContext.ts'

/**
 * A cancellation fewer hours before the start than the setting allows (or after it) is late. By the
 * clock on the wall; a cancellation with a day and no time counts from that day's midnight.
 */
export function fillLateCancellations(rows: StagedRows, { settings }: FillContext): void {
  const statuses = rows.columns.status
  if (!statuses || !rows.has('cancelled_at') || !rows.has('start_time')) return
  for (const [row, status] of statuses.entries()) {
    if (status !== 'cancelled') continue
    const cancelled = rows.text('cancelled_at', row)
    const day = rows.text('appt_date', row)
    const time = rows.text('start_time', row)
    if (cancelled === null || day === null || time === null) continue
    const hours = (wallClock(`${day} ${time}:00`) - wallClock(cancelled)) / 3_600_000
    if (hours < settings.late_cancel_hours) statuses[row] = 'cancelled_late'
  }
}

function wallClock(timestamp: string): number {
  return Date.parse(`${timestamp.replace(' ', 'T')}Z`)
}
