import type { Health } from '../../src/bundle/bundle.ts'

/** Datasets whose sums are for owners only, as those of their cubes are. */
const ownersOnly = ['payroll', 'payroll_summary']

/** A data health for everybody: row counts throughout, money only where a viewer may know it. */
export function viewersHealth(health: Health): Health {
  return {
    ...health,
    tabs: health.tabs.map((tab) => (ownersOnly.includes(tab.dataset) ? { ...tab, cents: null } : tab)),
    unmapped: health.unmapped.map((one) =>
      ownersOnly.includes(one.dataset) ? { ...one, cents: null } : one,
    ),
  }
}
