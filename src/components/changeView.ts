import { formatChange } from '../format/formatChange.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { keptPrivate } from '../format/keptPrivate.ts'
import type { Metric } from '../metrics/metric.ts'
import type { Period } from '../periods/month.ts'

/** A comparison in words; the tone says whether the change is an improvement. */
export interface ChangeView {
  readonly text: string
  readonly against: string
  readonly tone: 'good' | 'bad' | 'none'
}

/** What is compared: the value, the one before, and the period of the latter. */
export interface Comparison {
  readonly value: number | null
  readonly before: number | null
  readonly against: Period
  /** Whether one of the two is withheld, rather than missing. */
  readonly isWithheld?: boolean
}

/** A value against an earlier one. What is missing or withheld on either side is said, and has no tone. */
export function changeView(
  metric: Metric,
  { value, before, against, isWithheld = false }: Comparison,
): ChangeView {
  const shown = `vs ${formatPeriod(against)}`
  if (value === null || before === null) {
    return { text: isWithheld ? keptPrivate : 'No data', against: shown, tone: 'none' }
  }
  const text = formatChange(metric.unit, value, before)
  // What rounds to nothing is neither better nor worse.
  if (!/[1-9]/.test(text)) return { text: 'Unchanged', against: shown, tone: 'none' }
  const rose = value > before
  const amount = text.replace(/^[+−]/, '')
  return {
    text: `${rose ? '▲' : '▼'} ${amount}`,
    against: shown,
    tone: toneOf(metric, rose),
  }
}

function toneOf(metric: Metric, rose: boolean): ChangeView['tone'] {
  if (metric.direction === 'context') return 'none'
  return rose === (metric.direction === 'up') ? 'good' : 'bad'
}
