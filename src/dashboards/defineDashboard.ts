import type { Dashboard } from './dashboard.ts'

/** A page from its sections. */
export function defineDashboard(page: Omit<Dashboard, 'tiles' | 'charts'>): Dashboard {
  return {
    ...page,
    tiles: page.sections.flatMap(({ tiles }) => tiles),
    charts: page.sections.flatMap(({ charts }) => charts),
  }
}
