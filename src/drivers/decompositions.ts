import { cashPerVisitDrivers, collectionsDrivers } from './cashDrivers.ts'
import { daysInArDrivers } from './daysInArDrivers.ts'
import type { Decomposition } from './driver.ts'
import { netCollectionRateDrivers } from './netCollectionRateDrivers.ts'
import { noShowDrivers } from './noShowDrivers.ts'
import { revenuePerVisitDrivers } from './revenuePerVisitDrivers.ts'
import { staffCostDrivers, yearlyStaffCostDrivers } from './staffCostDrivers.ts'
import { yearlyCollectionRateDrivers } from './yearlyCollectionRateDrivers.ts'

/** Every metric whose change is split into its drivers. */
export const decompositions: readonly Decomposition[] = [
  collectionsDrivers,
  netCollectionRateDrivers,
  yearlyCollectionRateDrivers,
  daysInArDrivers,
  revenuePerVisitDrivers,
  cashPerVisitDrivers,
  noShowDrivers,
  staffCostDrivers,
  yearlyStaffCostDrivers,
]

/** How a metric's change is split; null for a metric whose change is not. */
export function decompositionOf(metric: string): Decomposition | null {
  return decompositions.find((each) => each.metric === metric) ?? null
}
