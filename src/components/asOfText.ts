import type { Practice } from '../bundle/bundle.ts'
import { formatDay } from '../format/formatDay.ts'

/** Up to when the data of a tile counts, at the end of its last line. */
export function asOfText({ asOf }: Pick<Practice, 'asOf'>): string {
  return ` · data to ${formatDay(asOf)}`
}
