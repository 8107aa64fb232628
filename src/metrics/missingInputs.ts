import type { InputName } from '../cubes/inputs.ts'
import type { Metric } from './metric.ts'

/** What a metric needs and the practice's rows never say; the metric is available when there is nothing. */
export function missingInputs(
  { needs = [] }: Metric,
  { lacks = [] }: { readonly lacks?: readonly string[] },
): InputName[] {
  return needs.filter((name) => lacks.includes(name))
}
