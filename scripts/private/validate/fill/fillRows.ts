import type { StagedRows } from '../rows/StagedRows.ts'
import { checkTemplates } from './checkTemplates.ts'
import { fillAging } from './fillAging.ts'
import { fillAdjustments } from './fillAdjustments.ts'
import { fillAmounts } from './fillAmounts.ts'
import { fillClockTimes } from './fillClockTimes.ts'
import type { FillContext } from './fillContext.ts'
import { fillDurations } from './fillDurations.ts'
import { fillGross } from './fillGross.ts'
import { fillLateCancellations } from './fillLateCancellations.ts'
import { fillNotes } from './fillNotes.ts'
import { fillPayerClasses } from './fillPayerClasses.ts'
import { fillPayPeriods } from './fillPayPeriods.ts'
import { fillProviders } from './fillProviders.ts'
import { fillGroups, fillVisitGroups } from './fillVisitGroups.ts'

/** Derives what a row does not say itself: names, classes, groups, flags, effects. */
export function fillRows(rows: StagedRows, context: FillContext): void {
  fillProviders(rows, context)
  fillPayerClasses(rows, context)
  if (context.dataset === 'access_samples') fillGroups(rows, context)
  if (context.dataset === 'appointments') {
    fillVisitGroups(rows, context)
    fillDurations(rows)
    fillClockTimes(rows)
    fillLateCancellations(rows, context)
    fillNotes(rows)
  }
  if (context.dataset === 'wait_log') fillClockTimes(rows)
  if (context.dataset === 'aging') fillAging(rows)
  if (context.dataset === 'templates') checkTemplates(rows)
  if (context.dataset === 'encounters') fillNotes(rows)
  if (context.dataset === 'transactions' || context.dataset === 'billing') {
    fillAdjustments(rows)
    fillAmounts(rows, context)
  }
  if (context.dataset === 'payroll' && context.payPeriod) fillPayPeriods(rows, context.payPeriod)
  if (context.dataset === 'payroll_summary') fillGross(rows)
}
