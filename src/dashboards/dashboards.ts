import { collections } from './collections.ts'
import type { Dashboard } from './dashboard.ts'
import { denials } from './denials.ts'
import { finance } from './finance.ts'
import { overview } from './overview.ts'
import { schedule } from './schedule.ts'
import { staffing } from './staffing.ts'

/** Every page of numbers, in the order of the menu. */
export const dashboards: readonly Dashboard[] = [overview, collections, denials, schedule, staffing, finance]

/** The dashboard with this id. Throws `unknown dashboard: x`. */
export function dashboardById(id: string): Dashboard {
  const dashboard = dashboards.find((candidate) => candidate.id === id)
  if (dashboard === undefined) throw new Error(`unknown dashboard: ${id}`)
  return dashboard
}
