import { onOneLine } from '../errors/onOneLine.ts'
import { daysLeft, endsSoon, inDays } from './readerState.ts'
import type { SharedSealing } from './readSealing.ts'

/** Who can open what a sync published, and whose time ends soon; for its summary. */
export function readersSummary({ readers, today }: Pick<SharedSealing, 'readers' | 'today'>): string {
  const named = readers.map(({ label, audience }) => `${label} (${audience})`)
  const soon = readers
    .filter((reader) => endsSoon(reader, today))
    .map((reader) => `${reader.label} ${inDays(daysLeft(reader, today) ?? 0)}`)
  return [
    `Opens for: ${named.join(', ')}`,
    ...(soon.length === 0
      ? []
      : [`Ends soon: ${soon.join(', ')}; then remove them, and add them anew: npm run share`]),
  ]
    .map(onOneLine)
    .join('\n')
}
