/** The month, `2025-12`, before a month, `2026-01`. */
export function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 1
    ? `${String(year - 1)}-12`
    : `${month.slice(0, 4)}-${String(number - 1).padStart(2, '0')}`
}
