import type { Period } from '../periods/month.ts'
import { civilDate, monthFormats, type MonthStyle } from './formatMonth.ts'

/** A period in words: `Oct 2026`, `Jan – Oct 2026`, `Nov 2025 – Oct 2026`. */
export function formatPeriod(period: Period, style: MonthStyle = 'short'): string {
  // Intl puts thin spaces around its dash, which not every font has.
  return monthFormats[style]
    .formatRange(civilDate(period.from), civilDate(period.to))
    .replace(/\s*–\s*/u, ' – ')
}
