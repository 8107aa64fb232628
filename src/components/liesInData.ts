import type { Practice } from '../bundle/bundle.ts'
import type { Metric } from '../metrics/metric.ts'
import type { Period } from '../periods/month.ts'
import { windowOf } from './whyWithheld.ts'

/**
 * Whether a period may be compared with: what adds up over a period says too little of one that begins before the
 * practice's data does, as three months would be set against one. Other windows see to it themselves.
 */
export function liesInData(metric: Metric, { months }: Pick<Practice, 'months'>, period: Period): boolean {
  return windowOf(metric) !== 'period' || period.from >= months.first
}
