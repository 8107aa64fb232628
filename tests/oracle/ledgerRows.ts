import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import type { AgingRow } from '../../scripts/private/contracts/aging.ts'
import type { Charge } from '../../scripts/private/contracts/charges.ts'
import type { PayrollLine } from '../../scripts/private/contracts/payroll.ts'
import type {
  BudgetLine,
  ComplianceTask,
  Credential,
  Expense,
  StaffMember,
} from '../../scripts/private/contracts/referenceTabs.ts'
import type { Slot } from '../../scripts/private/contracts/slots.ts'
import type { Transaction } from '../../scripts/private/contracts/transactions.ts'
import type { Settings } from '../../scripts/private/settings.ts'

/** Validated rows of every dataset that feeds a metric, duplicates removed; money in cents. */
export interface LedgerRows {
  readonly appointments: readonly Appointment[]
  readonly slots: readonly Slot[]
  readonly charges: readonly Charge[]
  readonly transactions: readonly Transaction[]
  readonly aging: readonly AgingRow[]
  readonly payroll: readonly PayrollLine[]
  readonly staff: readonly StaffMember[]
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
