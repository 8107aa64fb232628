import { accountsReceivable } from './accountsReceivable.ts'
import { adjustmentsByCategory } from './adjustmentsByCategory.ts'
import { arBucketShare } from './arBucketShare.ts'
import { arOver90Rate } from './arOver90Rate.ts'
import { arRollForwardDifference } from './arRollForwardDifference.ts'
import { bookedAppointments } from './bookedAppointments.ts'
import { cancellationRate } from './cancellationRate.ts'
import { cashPerVisit } from './cashPerVisit.ts'
import { chargeLagMedian } from './chargeLagMedian.ts'
import { chargeLagP90 } from './chargeLagP90.ts'
import { chargesByServiceMonth } from './chargesByServiceMonth.ts'
import { chargesWithin3Days } from './chargesWithin3Days.ts'
import { collectionsBudgetVariance } from './collectionsBudgetVariance.ts'
import { collectionsVsBudgetRate } from './collectionsVsBudgetRate.ts'
import { completedVisits } from './completedVisits.ts'
import { complianceOnTimeRate } from './complianceOnTimeRate.ts'
import { contractualAdjustments } from './contractualAdjustments.ts'
import { daysInAr } from './daysInAr.ts'
import { expenseBudgetVariance } from './expenseBudgetVariance.ts'
import { grossCharges } from './grossCharges.ts'
import { lateCancellationRate } from './lateCancellationRate.ts'
import { leadTimeMedian } from './leadTimeMedian.ts'
import { netCollectionRate } from './netCollectionRate.ts'
import { netCollectionRate12m } from './netCollectionRate12m.ts'
import { netCollections } from './netCollections.ts'
import { newPatientShare } from './newPatientShare.ts'
import { noShowRate } from './noShowRate.ts'
import { noShowRateByDayPart } from './noShowRateByDayPart.ts'
import { operatingExpenses } from './operatingExpenses.ts'
import { otherAdjustmentRate } from './otherAdjustmentRate.ts'
import { otherAdjustments } from './otherAdjustments.ts'
import { overdueItems } from './overdueItems.ts'
import { overheadRate } from './overheadRate.ts'
import { overtimePay } from './overtimePay.ts'
import { overtimePayRate } from './overtimePayRate.ts'
import { overtimeRate } from './overtimeRate.ts'
import { patientArShare } from './patientArShare.ts'
import { payerMixCharges } from './payerMixCharges.ts'
import { payerMixPayments } from './payerMixPayments.ts'
import { payerMixVisits } from './payerMixVisits.ts'
import { payrollCostPerVisit } from './payrollCostPerVisit.ts'
import { revenuePerVisit } from './revenuePerVisit.ts'
import { slotUtilisation } from './slotUtilisation.ts'
import { staffCost } from './staffCost.ts'
import { staffCostRate } from './staffCostRate.ts'
import { staffCostRate12m } from './staffCostRate12m.ts'
import { telehealthShare } from './telehealthShare.ts'
import { unresolvedAppointments } from './unresolvedAppointments.ts'
import { visitsPerClinicDay } from './visitsPerClinicDay.ts'
import type { Metric } from './metric.ts'

/** Every metric, in the order of the KPI dictionary. */
export const metrics: readonly Metric[] = [
  grossCharges,
  chargesByServiceMonth,
  netCollections,
  contractualAdjustments,
  otherAdjustments,
  otherAdjustmentRate,
  adjustmentsByCategory,
  arRollForwardDifference,
  netCollectionRate,
  netCollectionRate12m,
  daysInAr,
  accountsReceivable,
  arBucketShare,
  arOver90Rate,
  patientArShare,
  chargeLagMedian,
  chargeLagP90,
  chargesWithin3Days,
  payerMixVisits,
  payerMixCharges,
  payerMixPayments,
  revenuePerVisit,
  cashPerVisit,
  collectionsBudgetVariance,
  collectionsVsBudgetRate,
  expenseBudgetVariance,
  operatingExpenses,
  overheadRate,
  completedVisits,
  visitsPerClinicDay,
  newPatientShare,
  telehealthShare,
  bookedAppointments,
  noShowRate,
  noShowRateByDayPart,
  cancellationRate,
  lateCancellationRate,
  slotUtilisation,
  leadTimeMedian,
  unresolvedAppointments,
  staffCost,
  staffCostRate,
  staffCostRate12m,
  overtimeRate,
  overtimePay,
  overtimePayRate,
  payrollCostPerVisit,
  complianceOnTimeRate,
  overdueItems,
]

const byId = new Map(metrics.map((metric) => [metric.id, metric]))
if (byId.size !== metrics.length) throw new Error('duplicate metric id')

/** The metric with this id. Throws `unknown metric: x`. */
export function metricById(id: string): Metric {
  const metric = byId.get(id)
  if (metric === undefined) throw new Error(`unknown metric: ${id}`)
  return metric
}
