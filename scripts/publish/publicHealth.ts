import type { Health } from '../../src/bundle/bundle.ts'

/** Sums of fewer rows than this may be few people's: without a key nobody can say (security policy, R5). */
const fewestRows = 33

/**
 * The data's health as it is published: counts of rows as they are, but no money that stands for a few
 * rows, nor any from which such money follows by subtraction.
 */
export function publicHealth(health: Health): Health {
  return {
    ...health,
    tabs: health.tabs.map((tab) => (mayTellCents(tab) ? tab : { ...tab, cents: null })),
    unmapped: health.unmapped.map((one) => (one.rows < fewestRows ? { ...one, cents: null } : one)),
  }
}

/** What was left out is read less included: one part of a few rows is enough to be silent about all. */
function mayTellCents({ rows, cents }: Health['tabs'][number]): boolean {
  if (cents === null) return true
  const leftOut = [rows.quarantined, rows.duplicates, rows.outOfScope, cents.unreadable]
  return leftOut.every((count) => count === 0 || count >= fewestRows)
}
