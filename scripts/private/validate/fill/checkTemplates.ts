import type { StagedRows } from '../rows/StagedRows.ts'

/** Rejects sessions that no slots can be told from: of no day, that end before they begin, or with slots of no length. */
export function checkTemplates(rows: StagedRows): void {
  for (const row of rows.numbers.keys()) {
    const [start, end] = [rows.text('start_time', row), rows.text('end_time', row)]
    if (isBlank(rows, row, 'weekday') && isBlank(rows, row, 'template_date')) {
      const fix = 'Type the weekday as Mon to Sun, or the date of a single day.'
      rows.reject(row, { column: null, field: 'weekday', rule: 'neither a weekday nor a date', fix })
    }
    if (start !== null && end !== null && end <= start) {
      const fix = 'Correct the times: a session ends after it begins, on the same day.'
      rows.reject(row, { column: null, field: 'end_time', rule: 'not after the start', fix })
    }
    if ((rows.number('slot_min', row) ?? 1) < 1) {
      const fix = 'Type the minutes of one slot, such as 20.'
      rows.reject(row, { column: null, field: 'slot_min', rule: 'less than a minute', fix })
    }
  }
}

/** A cell that was rejected already is not blank. */
function isBlank(rows: StagedRows, row: number, field: string): boolean {
  return rows.get(field, row) === null && !rows.hasProblem(row, field)
}
