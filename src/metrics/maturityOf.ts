import { monthEnd, type Month } from '../periods/month.ts'
import type { Calendar } from './goal.ts'
import type { Metric } from './metric.ts'

/** `open`: the month was not over when the data was taken; `maturing`: money is still coming in for it. */
export type Maturity = 'final' | 'maturing' | 'open'

const dayMs = 86_400_000

/** How long collections mature; of these the practice says otherwise. */
const collectionDays = 120

/**
 * How settled a metric's figure for a month is. A metric that matures does so when as many days have
 * passed since the month's end as the practice says (120 unless set), or as the metric itself says, where it
 * matures earlier. A period is as settled as its last month. Civil dates; no time zone is involved.
 */
export function maturityOf(metric: Metric, month: Month, practice: Calendar): Maturity {
  if (month > practice.months.lastClosed) return 'open'
  if (metric.maturityDays === null) return 'final'
  const days = (Date.parse(practice.asOf) - Date.parse(monthEnd(month))) / dayMs
  const { maturityDays } = metric
  return days >= (maturityDays < collectionDays ? maturityDays : practice.maturityDays) ? 'final' : 'maturing'
}
