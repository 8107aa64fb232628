import type { Practice } from '../bundle/bundle.ts'
import type { Metric } from '../metrics/metric.ts'
import type { Month, Period } from '../periods/month.ts'
import { termsOf } from '../queries/canAnswer.ts'
import { leadOf } from '../queries/dataSpans.ts'
import { windowOf } from './whyWithheld.ts'

type Known = Pick<Practice, 'months' | 'spans'>

/**
 * Whether a period may be compared with: what adds up over a period says too little of one that begins before the
 * data of the metric does, as three months would be set against one. Other windows see to it themselves.
 */
export function liesInData(metric: Metric, practice: Known, period: Period): boolean {
  return windowOf(metric) !== 'period' || period.from >= firstMonthOf(metric, practice)
}

/** The first month in which there is data of all that a metric reads; the practice's first, where none is told. */
export function firstMonthOf(metric: Metric, { months, spans }: Known): Month {
  const leads = termsOf(metric).map(({ fact }) => leadOf[fact])
  const firsts = leads.map((lead) => (lead === null ? undefined : spans?.[lead]?.first))
  return [months.first, ...firsts.filter((first) => first !== undefined)].reduce((a, b) => (a > b ? a : b))
}
