import { activePatients } from './activePatients.ts'
import { accountsReceivable } from './accountsReceivable.ts'
import { adjustmentsByCategory } from './adjustmentsByCategory.ts'
import { arBucketShare } from './arBucketShare.ts'
import { arOver90Rate } from './arOver90Rate.ts'
import { arRollForwardDifference } from './arRollForwardDifference.ts'
import { avoidableWriteOffRate } from './avoidableWriteOffRate.ts'
import { badDebtRate } from './badDebtRate.ts'
import { bookedAppointments } from './bookedAppointments.ts'
import { cancellationRate } from './cancellationRate.ts'
import { cashPerVisit } from './cashPerVisit.ts'
import { chargeLagMedian } from './chargeLagMedian.ts'
import { chargeLagP90 } from './chargeLagP90.ts'
import { chargesByServiceMonth } from './chargesByServiceMonth.ts'
import { chargesWithin3Days } from './chargesWithin3Days.ts'
import { cleanClaimRate } from './cleanClaimRate.ts'
import { collectionsBudgetVariance } from './collectionsBudgetVariance.ts'
import { collectionsPerWrvu } from './collectionsPerWrvu.ts'
import { collectionsVsBudgetRate } from './collectionsVsBudgetRate.ts'
import { completedVisits } from './completedVisits.ts'
import { complianceOnTimeRate } from './complianceOnTimeRate.ts'
import { contractualAdjustments } from './contractualAdjustments.ts'
import { cycleMedian } from './cycleMedian.ts'
import { cycleP90 } from './cycleP90.ts'
import { coverageAheadRate } from './coverageAheadRate.ts'
import { coverageRate } from './coverageRate.ts'
import { daysInAr } from './daysInAr.ts'
import { denialOverturnedRate } from './denialOverturnedRate.ts'
import { denialsNeverWorked } from './denialsNeverWorked.ts'
import { denialWrittenOffRate } from './denialWrittenOffRate.ts'
import { deniedClaims } from './deniedClaims.ts'
import { earlyLossRate } from './earlyLossRate.ts'
import { expenseBudgetVariance } from './expenseBudgetVariance.ts'
import { firstPassResolutionRate } from './firstPassResolutionRate.ts'
import { grossCharges } from './grossCharges.ts'
import { initialDenialRate } from './initialDenialRate.ts'
import { grossCollectionRate } from './grossCollectionRate.ts'
import { keptSlotRate } from './keptSlotRate.ts'
import { lateCancellationRate } from './lateCancellationRate.ts'
import { leadTimeMedian } from './leadTimeMedian.ts'
import { marginBeforeOwnerPay } from './marginBeforeOwnerPay.ts'
import { marginRate12m } from './marginRate12m.ts'
import { collectedBy120Days } from './collectedBy120Days.ts'
import { collectedBy30Days } from './collectedBy30Days.ts'
import { collectedBy60Days } from './collectedBy60Days.ts'
import { collectedBy90Days } from './collectedBy90Days.ts'
import { collectedByMonthEnd } from './collectedByMonthEnd.ts'
import { netCollectionRate } from './netCollectionRate.ts'
import { netCollectionRate12m } from './netCollectionRate12m.ts'
import { netCollectionRate12mAsContractual } from './netCollectionRate12mAsContractual.ts'
import { netCollections } from './netCollections.ts'
import { newVisitLevelMix } from './newVisitLevelMix.ts'
import { establishedVisitLevelMix } from './establishedVisitLevelMix.ts'
import { newPatientShare } from './newPatientShare.ts'
import { noShowMinutes } from './noShowMinutes.ts'
import { noShowRate } from './noShowRate.ts'
import { noShowRateByDayPart } from './noShowRateByDayPart.ts'
import { operatingExpenses } from './operatingExpenses.ts'
import { otherAdjustmentRate } from './otherAdjustmentRate.ts'
import { otherAdjustments } from './otherAdjustments.ts'
import { otherIncome } from './otherIncome.ts'
import { complianceDueSoon } from './complianceDueSoon.ts'
import { overdueItems } from './overdueItems.ts'
import { overheadRate } from './overheadRate.ts'
import { overtimePay } from './overtimePay.ts'
import { overtimePayRate } from './overtimePayRate.ts'
import { overtimeRate } from './overtimeRate.ts'
import { patientArShare } from './patientArShare.ts'
import { pointOfServiceRate } from './pointOfServiceRate.ts'
import { payerMixCharges } from './payerMixCharges.ts'
import { payerMixPayments } from './payerMixPayments.ts'
import { payerMixVisits } from './payerMixVisits.ts'
import { payrollCostPerVisit } from './payrollCostPerVisit.ts'
import { ptoLiability } from './ptoLiability.ts'
import { returningPatientRate } from './returningPatientRate.ts'
import { revenuePerVisit } from './revenuePerVisit.ts'
import { scheduleFullness } from './scheduleFullness.ts'
import { signLagMedian } from './signLagMedian.ts'
import { signLagP90 } from './signLagP90.ts'
import { slotUtilisation } from './slotUtilisation.ts'
import { staffCost } from './staffCost.ts'
import { staffCostRate } from './staffCostRate.ts'
import { staffCostRate12m } from './staffCostRate12m.ts'
import { staffFte } from './staffFte.ts'
import { staffFtePerProvider } from './staffFtePerProvider.ts'
import { telehealthShare } from './telehealthShare.ts'
import { turnoverRate } from './turnoverRate.ts'
import { unresolvedAppointments } from './unresolvedAppointments.ts'
import { vacancyRate } from './vacancyRate.ts'
import { visitsPerClinicDay } from './visitsPerClinicDay.ts'
import type { DatedMetric } from './defineMetric.ts'
import { visitsPerStaffHour } from './visitsPerStaffHour.ts'
import { workRvus } from './workRvus.ts'
import { writeOffsByReason } from './writeOffsByReason.ts'
import { thirdNextAvailable } from './thirdNextAvailable.ts'
import { unsignedNoteRate } from './unsignedNoteRate.ts'
import { waitMedian } from './waitMedian.ts'
import { waitP90 } from './waitP90.ts'

/** Every metric, in the order of the KPI dictionary. */
export const metrics: readonly DatedMetric[] = [
  grossCharges,
  chargesByServiceMonth,
  netCollections,
  contractualAdjustments,
  otherAdjustments,
  otherAdjustmentRate,
  adjustmentsByCategory,
  arRollForwardDifference,
  netCollectionRate,
  collectedByMonthEnd,
  collectedBy30Days,
  collectedBy60Days,
  collectedBy90Days,
  collectedBy120Days,
  netCollectionRate12m,
  netCollectionRate12mAsContractual,
  grossCollectionRate,
  daysInAr,
  accountsReceivable,
  arBucketShare,
  arOver90Rate,
  patientArShare,
  pointOfServiceRate,
  initialDenialRate,
  deniedClaims,
  denialOverturnedRate,
  denialWrittenOffRate,
  denialsNeverWorked,
  firstPassResolutionRate,
  cleanClaimRate,
  chargeLagMedian,
  chargeLagP90,
  chargesWithin3Days,
  badDebtRate,
  avoidableWriteOffRate,
  writeOffsByReason,
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
  marginBeforeOwnerPay,
  marginRate12m,
  otherIncome,
  completedVisits,
  visitsPerClinicDay,
  workRvus,
  collectionsPerWrvu,
  newVisitLevelMix,
  establishedVisitLevelMix,
  newPatientShare,
  activePatients,
  returningPatientRate,
  telehealthShare,
  bookedAppointments,
  noShowRate,
  noShowMinutes,
  noShowRateByDayPart,
  cancellationRate,
  lateCancellationRate,
  slotUtilisation,
  keptSlotRate,
  scheduleFullness,
  leadTimeMedian,
  thirdNextAvailable,
  waitMedian,
  waitP90,
  cycleMedian,
  cycleP90,
  unresolvedAppointments,
  staffCost,
  staffCostRate,
  staffCostRate12m,
  staffFtePerProvider,
  staffFte,
  overtimeRate,
  overtimePay,
  overtimePayRate,
  turnoverRate,
  earlyLossRate,
  vacancyRate,
  ptoLiability,
  payrollCostPerVisit,
  visitsPerStaffHour,
  coverageRate,
  coverageAheadRate,
  unsignedNoteRate,
  signLagMedian,
  signLagP90,
  complianceOnTimeRate,
  overdueItems,
  complianceDueSoon,
]

const byId = new Map(metrics.map((metric) => [metric.id, metric]))
if (byId.size !== metrics.length) throw new Error('duplicate metric id')

/** The metric with this id. Throws `unknown metric: x`. */
export function metricById(id: string): DatedMetric {
  const metric = byId.get(id)
  if (metric === undefined) throw new Error(`unknown metric: ${id}`)
  return metric
}
