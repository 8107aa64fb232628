import { simulateAccessSamples, type AccessSample } from './accessSamples.ts'
import { simulateTransactions } from './adjudication.ts'
import type { LedgerLine } from './ledgerLine.ts'
import { simulateCharges, type ChargeLine } from './charges.ts'
import { simulateClaims, type ClaimLine } from './claims.ts'
import { simulateCredentials, simulateTasks, type CredentialLine, type TaskLine } from './compliance.ts'
import { planBudget, type BudgetAmount } from './budget.ts'
import { simulateExpenses, type ExpenseLine } from './costs.ts'
import { demoGoals, type GoalLine } from './goals.ts'
import { simulateLeave } from './leave.ts'
import { planMess, type Mess } from './mess.ts'
import { openingsOf, type Opening } from './openings.ts'
import { simulateOtherIncome } from './otherIncome.ts'
import { simulatePayroll, type PayLine } from './payroll.ts'
import { agingReport, type AgingLine } from './receivables.ts'
import { simulateRoster, type Shift } from './roster.ts'
import { simulateSchedule, type Booking } from './schedule.ts'
import { simulateStaff, type Employee } from './staff.ts'
import { simulateVisitTimes, type VisitTimes } from './visitTimes.ts'
import { sumUp, type Truth } from './truth.ts'

/** Three years of the demo practice, row by row, with what was spoilt on purpose and the plain sums of all of it. */
export interface Simulation {
  readonly bookings: readonly Booking[]
  /** Of completed visits, by booking id. */
  readonly visitTimes: ReadonlyMap<string, VisitTimes>
  readonly accessSamples: readonly AccessSample[]
  /** In posting order. */
  readonly charges: readonly ChargeLine[]
  /** In posting order. */
  readonly transactions: readonly LedgerLine[]
  /** In order of submission. */
  readonly claims: readonly ClaimLine[]
  readonly staff: readonly Employee[]
  /** Leave hours owed, by employee number. */
  readonly leave: ReadonlyMap<string, number>
  readonly openings: readonly Opening[]
  /** Of the roles that coverage rules ask for. */
  readonly shifts: readonly Shift[]
  readonly payroll: readonly PayLine[]
  readonly expenses: readonly ExpenseLine[]
  readonly budget: readonly BudgetAmount[]
  readonly goals: readonly GoalLine[]
  readonly credentials: readonly CredentialLine[]
  readonly tasks: readonly TaskLine[]
  /** The practice's own aging report, from balances before anything was spoilt. */
  readonly aging: readonly AgingLine[]
  readonly mess: Mess
  readonly truth: Truth
}

/** The seed of the published demo. */
export const demoSeed = 20261104

/** Simulates the practice. Pure: the same seed gives the same rows. */
export function simulatePractice({ seed = demoSeed }: { readonly seed?: number } = {}): Simulation {
  const bookings = simulateSchedule(seed)
  const charges = simulateCharges(seed, bookings)
  const transactions = [...simulateTransactions(seed, charges), ...simulateOtherIncome(seed)].sort(
    (a, b) => a.postDay - b.postDay,
  )
  const claims = simulateClaims(seed, charges, transactions)
  const staff = simulateStaff(seed)
  const payroll = simulatePayroll(seed, staff)
  const expenses = simulateExpenses(seed, payroll)
  const credentials = simulateCredentials(seed, staff)
  const tasks = simulateTasks(seed)
  const rows = { bookings, charges, transactions, payroll, expenses, tasks, credentials }
  const visitTimes = simulateVisitTimes(seed, bookings, charges)
  const mess = planMess(rows)
  const { truth, items } = sumUp(rows, mess)
  const people = {
    staff,
    leave: simulateLeave(seed, staff),
    openings: openingsOf(staff),
    shifts: simulateRoster(seed, staff),
  }
  const plans = { budget: planBudget(), goals: demoGoals }
  const access = { visitTimes, accessSamples: simulateAccessSamples(seed) }
  return { ...rows, ...people, ...plans, ...access, claims, aging: agingReport(items), mess, truth }
}
