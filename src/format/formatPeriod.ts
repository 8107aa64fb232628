import type { Period } from '../periods/month.ts'
import { formatMonth, monthName, type MonthStyle } from './formatMonth.ts'

/** A period in words: `Oct 2026`, `Jan – Oct 2026`, `Nov 2025 – Oct 2026`. Throws on anything that is not months. */
export function formatPeriod({ from, to }: Period, style: MonthStyle = 'short'): string {
  const end = formatMonth(to, style)
  if (from === to) return end
  const isOneYear = from.slice(0, 4) === to.slice(0, 4)
  return `${isOneYear ? monthName(from, style) : formatMonth(from, style)} – ${end}`
}
