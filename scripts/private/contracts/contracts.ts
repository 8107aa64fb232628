import { accessSamples } from './accessSamples.ts'
import { aging } from './aging.ts'
import { appointments } from './appointments.ts'
import { billing } from './billing.ts'
import { charges } from './charges.ts'
import { claims } from './claims.ts'
import type { Contract } from './contract.ts'
import { coverageRules } from './coverageRules.ts'
import type { Dataset } from './dataset.ts'
import { encounters } from './encounters.ts'
import { payroll } from './payroll.ts'
import { payrollSummary } from './payrollSummary.ts'
import { positions } from './positions.ts'
import {
  budget,
  complianceTasks,
  credentials,
  expenses,
  goals,
  mapAdjustment,
  mapHeaderAlias,
  mapStatus,
  mapTransactionType,
  mapVisitType,
  payers,
  providers,
  settingsTab,
  staff,
  wrvuTable,
} from './referenceTabs.ts'
import { shifts } from './shifts.ts'
import { slots } from './slots.ts'
import { templates } from './templates.ts'
import { transactions } from './transactions.ts'
import { waitLog } from './waitLog.ts'

/** Every contract by its dataset. */
export const contracts: Readonly<Record<Dataset, Contract>> = {
  settings: settingsTab,
  map_header_alias: mapHeaderAlias,
  map_status: mapStatus,
  map_transaction_type: mapTransactionType,
  map_adjustment: mapAdjustment,
  map_visit_type: mapVisitType,
  wrvu_table: wrvuTable,
  providers,
  payers,
  staff,
  positions,
  coverage_rules: coverageRules,
  shifts,
  goals,
  budget,
  expenses,
  credentials,
  compliance_tasks: complianceTasks,
  slots,
  templates,
  access_samples: accessSamples,
  appointments,
  wait_log: waitLog,
  encounters,
  charges,
  transactions,
  claims,
  billing,
  aging,
  payroll,
  payroll_summary: payrollSummary,
}
