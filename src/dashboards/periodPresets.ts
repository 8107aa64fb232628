import type { Practice } from '../bundle/bundle.ts'
import { addMonths, type Period } from '../periods/month.ts'

export interface PeriodPreset {
  readonly id: 'last_month' | 'last_quarter' | 'year_to_date' | 'trailing_12_months'
  readonly label: string
  readonly period: Period
}

/**
 * The periods that a page offers, all ending with a closed month: last month (the default), the last
 * closed quarter of the fiscal year, the fiscal year so far, and 12 months.
 */
export function periodPresets(practice: Pick<Practice, 'months' | 'fiscalYearStart'>): PeriodPreset[] {
  const { lastClosed } = practice.months
  // Months since the fiscal year began, 0 to 11.
  const offset = (Number(lastClosed.slice(5, 7)) - practice.fiscalYearStart + 12) % 12
  const quarterEnd = addMonths(lastClosed, -((offset + 1) % 3))
  return [
    { id: 'last_month', label: 'Last month', period: { from: lastClosed, to: lastClosed } },
    {
      id: 'last_quarter',
      label: 'Last quarter',
      period: { from: addMonths(quarterEnd, -2), to: quarterEnd },
    },
    {
      id: 'year_to_date',
      label: 'Year to date',
      period: { from: addMonths(lastClosed, -offset), to: lastClosed },
    },
    {
      id: 'trailing_12_months',
      label: 'Last 12 months',
      period: { from: addMonths(lastClosed, -11), to: lastClosed },
    },
  ]
}
