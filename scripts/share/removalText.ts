import type { Reader } from './reader.ts'
import { isLetIn } from './readerState.ts'

/** What removing somebody does and does not do, for whoever is about to. */
export function removalText(
  { label, audience }: Reader,
  others: readonly Reader[],
  { today, sync }: { readonly today: string; readonly sync: string },
): { readonly before: string; readonly after: string } {
  const isLastOwner =
    audience === 'owner' && !others.some((one) => one.audience === 'owner' && isLetIn(one, today))
  return {
    before: [
      `About to remove ${label} (${audience}).`,
      'The next sync seals everything anew without them; until then, and for copies that they or others made',
      'before, nothing changes: what was downloaded, printed or photographed cannot be taken back.',
      ...(isLastOwner ? ['Nobody else is an owner: no sync will publish before you add one.'] : []),
    ].join('\n'),
    after: isLastOwner
      ? `Removed: ${label}. Their link stays good until you add an owner (npm run share -- add --audience owner --label NAME) and run the sync: ${sync}`
      : `Removed: ${label}. Their link stops with the next sync. Run it now: ${sync}`,
  }
}
