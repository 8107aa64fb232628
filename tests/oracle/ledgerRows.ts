import type { AccessSample } from '../../scripts/private/contracts/accessSamples.ts'
import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import type { BillingSummaryRow } from '../../scripts/private/contracts/billingSummary.ts'
import type { AgingRow } from '../../scripts/private/contracts/aging.ts'
import type { Encounter } from '../../scripts/private/contracts/encounters.ts'
import type { Charge } from '../../scripts/private/contracts/charges.ts'
import type { Claim } from '../../scripts/private/contracts/claims.ts'
import type { CoverageRule } from '../../scripts/private/contracts/coverageRules.ts'
import type { PayrollLine } from '../../scripts/private/contracts/payroll.ts'
import type { StaffPosition } from '../../scripts/private/contracts/positions.ts'
import type {
  BudgetLine,
  ComplianceTask,
  Credential,
  Expense,
  Payer,
  Provider,
  StaffMember,
  WorkRvu,
} from '../../scripts/private/contracts/referenceTabs.ts'
import type { Shift } from '../../scripts/private/contracts/shifts.ts'
import type { Slot } from '../../scripts/private/contracts/slots.ts'
import type { ScheduleTemplate } from '../../scripts/private/contracts/templates.ts'
import type { Transaction } from '../../scripts/private/contracts/transactions.ts'
import type { StatusChange } from '../../scripts/private/contracts/waitLog.ts'
import type { Settings } from '../../scripts/private/settings.ts'

/** Validated rows of every dataset that feeds a metric, duplicates removed; money in cents. */
export interface LedgerRows {
  readonly appointments: readonly Appointment[]
  readonly encounters: readonly Encounter[]
  readonly wait_log: readonly StatusChange[]
  readonly slots: readonly Slot[]
  readonly templates: readonly ScheduleTemplate[]
  readonly access_samples: readonly AccessSample[]
  readonly charges: readonly Charge[]
  readonly transactions: readonly Transaction[]
  readonly billing_summary: readonly BillingSummaryRow[]
  readonly claims: readonly Claim[]
  readonly wrvu_table: readonly WorkRvu[]
  readonly aging: readonly AgingRow[]
  readonly payroll: readonly PayrollLine[]
  readonly staff: readonly StaffMember[]
  readonly providers: readonly Provider[]
  readonly payers: readonly Payer[]
  readonly positions: readonly StaffPosition[]
  readonly shifts: readonly Shift[]
  readonly coverage_rules: readonly CoverageRule[]
  readonly expenses: readonly Expense[]
  readonly budget: readonly BudgetLine[]
  readonly credentials: readonly Credential[]
  readonly compliance_tasks: readonly ComplianceTask[]
}

/** Up to which civil date the rows count, and the practice's settings. */
export interface OracleOptions {
  /** `2026-10-31` */
  readonly asOf: string
  readonly settings: Settings
}
