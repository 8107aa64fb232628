import type { StagedRows } from '../rows/StagedRows.ts'

/** A moment of a visit given as a time alone happened on the day of the appointment. */
export function fillClockTimes(rows: StagedRows): void {
  for (const field of ['checked_in_at', 'roomed_at', 'checked_out_at', 'logged_at']) {
    const values = rows.columns[field]
    if (!values) continue
    for (const [row, value] of values.entries()) {
      if (typeof value !== 'string' || value.length > 'HH:MM:SS'.length) continue
      const day = rows.text('appt_date', row)
      values[row] = day === null ? null : `${day} ${value}`
    }
  }
}
