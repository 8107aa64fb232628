/** The first month, `2026-04`, of the calendar quarter of a month, `2026-05`. */
export function calendarQuarter(month: string): string {
  const first = Math.floor((Number(month.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${month.slice(0, 4)}-${String(first).padStart(2, '0')}`
}
