import type { Dataset } from '../contracts/dataset.ts'

const namesNoCharge = 'charge_id IS NULL AND claim_id IS NULL AND encounter_id IS NULL'

/** Open slots are nobody's; a payment is of its charge's patient; an aging report and month totals name no patients, but
 * may count them. */
const conditions: Partial<Record<Dataset, string>> = {
  appointments: "patient_key IS NULL AND status NOT IN ('open_slot', 'blocked')",
  charges: 'patient_key IS NULL',
  transactions: namesNoCharge,
  claims: 'patient_key IS NULL',
  billing: `patient_key IS NULL AND (type IN ('charge', 'void_charge') OR (${namesNoCharge}))`,
  aging: 'accounts IS NULL AND open_accounts IS NULL',
  billing_summary: 'patients IS NULL AND claims IS NULL',
  payroll: 'employee_id IS NULL',
  payroll_summary: 'employee_id IS NULL',
}

/**
 * The SQL condition on a staged row of a dataset that it is a patient's or an employee's of whom it says nothing,
 * so that nobody can tell whether two such rows are one person's. False where rows are nobody's.
 */
export function keylessRows(dataset: Dataset): string {
  return conditions[dataset] ?? 'false'
}
