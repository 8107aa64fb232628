import type { Practice } from '../bundle/bundle.ts'
import { addMonths, type Period } from '../periods/month.ts'
import type { filterTexts } from '../texts/filterTexts.ts'

export interface PeriodPreset {
  readonly id: keyof typeof filterTexts.presets
  readonly period: Period
}

/**
 * The periods that a page offers, all ending with a closed month: the last closed month (the default), the last
 * closed quarter of the fiscal year, the fiscal year so far, and 12 months.
 */
export function periodPresets(practice: Pick<Practice, 'months' | 'fiscalYearStart'>): PeriodPreset[] {
  const { lastClosed } = practice.months
  // Months since the fiscal year began, 0 to 11.
  const offset = (Number(lastClosed.slice(5, 7)) - practice.fiscalYearStart + 12) % 12
  const quarterEnd = addMonths(lastClosed, -((offset + 1) % 3))
  return [
    { id: 'last_month', period: { from: lastClosed, to: lastClosed } },
    {
      id: 'last_quarter',
      period: { from: addMonths(quarterEnd, -2), to: quarterEnd },
    },
    {
      id: 'year_to_date',
      period: { from: addMonths(lastClosed, -offset), to: lastClosed },
    },
    {
      id: 'trailing_12_months',
      period: { from: addMonths(lastClosed, -11), to: lastClosed },
    },
  ]
}
