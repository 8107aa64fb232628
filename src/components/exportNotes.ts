import type { Manifest, Practice } from '../bundle/bundle.ts'
import { formatDay } from '../format/formatDay.ts'
import { formatMoment } from '../format/formatMoment.ts'

/** What a download says about itself: whose numbers these are, how old, and for whom they are not. */
export function exportNotes(
  { demo, sequence, syncedAt }: Pick<Manifest, 'demo' | 'sequence' | 'syncedAt'>,
  { name, asOf, timeZone }: Pick<Practice, 'name' | 'asOf' | 'timeZone'>,
): readonly string[] {
  const head = demo
    ? 'An invented practice: no number here is about a real patient, provider or employee.'
    : 'Confidential: for the practice, and for those with whom it shared its numbers.'
  const generated = `generated ${formatMoment(syncedAt, timeZone)} (publication ${sequence})`
  return [head, `${name}, data up to ${formatDay(asOf)}, ${generated}`]
}
