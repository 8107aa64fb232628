import type { Manifest } from '../../src/bundle/bundle.ts'

const fortnight = 14 * 24 * 3_600_000

/**
 * What a manifest says of itself at `syncedAt` (UTC). A sealed one expires after fourteen days, and its
 * sequence grows with time, so that it does where the one before is lost; the demo stands still.
 */
export function headOf(
  { syncedAt, demo }: Pick<Manifest, 'syncedAt' | 'demo'>,
  before: Manifest | null,
): Omit<Manifest, 'files'> {
  const moment = Date.parse(syncedAt)
  const seconds = Math.floor(moment / 1000)
  return {
    format: 2,
    demo,
    sequence: demo ? seconds : Math.max((before?.sequence ?? 0) + 1, seconds),
    syncedAt,
    expiresAt: demo ? null : new Date(moment + fortnight).toISOString(),
  }
}
