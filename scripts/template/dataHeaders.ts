import type { Dataset } from '../private/contracts/dataset.ts'
import { bookingHeaders, slotHeaders } from './scheduleHeaders.ts'
import { staffHeaders } from './staffHeaders.ts'

/** A data tab: its name, what goes into it, and its headers by field, in order. */
export interface DataTabHeaders {
  readonly name: string
  readonly dataset: Dataset
  readonly purpose: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * The data tabs with headers as a person writes them, each an alias of its field. Left out are fields
 * that the sync fills from another column (visit group, payer class), that only a system knows (when a row was
 * changed) or whose blank cells say something (a blank note is an unsigned one), the end of a booking, whose length is
 * asked for, the invoices of an aging report, whose totals are, the datasets that say the same in another shape (billing, billing_summary, payroll_summary, wait_log), and wrvu_table, which
 * no metric reads yet.
 */
export const dataHeaders: readonly DataTabHeaders[] = [
  ...bookingHeaders,
  {
    name: 'Charges',
    dataset: 'charges',
    purpose: 'One row per charge line. A void is a row of its own with a negative amount.',
    headers: {
      charge_id: 'Charge ID',
      encounter_id: 'Encounter ID',
      claim_id: 'Claim ID',
      patient_key: 'Patient ID',
      service_date: 'Service Date',
      post_date: 'Post Date',
      rendering_provider: 'Rendering Provider',
      location: 'Location',
      cpt: 'CPT Code',
      modifiers: 'Modifiers',
      units: 'Units',
      charge_amount: 'Charge Amount',
      wrvu: 'Work RVUs',
      payer: 'Payer',
      is_void: 'Void',
      is_test: 'Test Patient',
    },
  },
  {
    name: 'Transactions',
    dataset: 'transactions',
    purpose:
      'One row per payment, adjustment, refund, takeback, denial or transfer. Payments and adjustments are negative.',
    headers: {
      txn_id: 'Transaction ID',
      charge_id: 'Charge ID',
      encounter_id: 'Encounter ID',
      claim_id: 'Claim ID',
      type: 'Transaction Type',
      post_date: 'Post Date',
      deposit_date: 'Deposit Date',
      service_date: 'Service Date',
      amount: 'Amount',
      provider: 'Provider',
      location: 'Location',
      payer: 'Payer',
      adj_category: 'Adjustment Reason',
      carc: 'CARC',
      method: 'Payment Method',
      check_ref: 'Check Number',
      is_void: 'Void',
    },
  },
  {
    name: 'Claims',
    dataset: 'claims',
    purpose:
      'One row per claim, as it stands today: when it was sent, what the payer answered first, and what became of a denial.',
    headers: {
      claim_id: 'Claim ID',
      patient_key: 'Patient ID',
      service_date: 'Service Date',
      submitted_date: 'Submitted Date',
      clearinghouse_status: 'Clearinghouse Status',
      first_remit_date: 'First Remit Date',
      outcome: 'First Outcome',
      charge_amount: 'Total Charges',
      paid_amount: 'Paid Amount',
      payer: 'Payer',
      denial_category: 'Denial Reason',
      appeal_date: 'Appeal Sent',
      resolved_date: 'Resolved Date',
      resolution: 'Denial Resolution',
      touches: 'Manual Touches',
      is_test: 'Test Patient',
    },
  },
  {
    name: 'Payroll',
    dataset: 'payroll',
    purpose: 'One row per employee, pay period and kind of pay (regular, overtime, bonus …).',
    headers: {
      employee_id: 'Employee ID',
      period_start: 'Period Start',
      period_end: 'Period End',
      pay_date: 'Pay Date',
      earning_code: 'Earning Code',
      hours: 'Hours',
      amount: 'Gross Amount',
      employer_taxes: 'Employer Taxes',
      employer_benefits: 'Employer Benefits',
      check_seq: 'Check Sequence',
      role_group: 'Role Group',
      location: 'Location',
      is_owner: 'Owner',
    },
  },
  ...staffHeaders,
  {
    name: 'Providers',
    dataset: 'providers',
    purpose: 'One row per provider, with all spellings that the exports use.',
    headers: {
      provider_id: 'Provider ID',
      display_name: 'Display Name',
      npi: 'NPI',
      type: 'Provider Type',
      specialty: 'Specialty',
      employment: 'Employment',
      clinical_fte: 'Clinical FTE',
      start: 'Start Date',
      end: 'End Date',
      aliases: 'Also Written',
      locations: 'Locations',
    },
  },
  {
    name: 'Payers',
    dataset: 'payers',
    purpose: 'One row per insurance, with its class and all spellings that the exports use.',
    headers: {
      payer_id: 'Payer ID',
      name: 'Payer Name',
      class: 'Payer Class',
      aliases: 'Also Written',
      timely_filing_days: 'Timely Filing Days',
      contract_renewal: 'Contract Renewal',
    },
  },
  {
    name: 'Goals',
    dataset: 'goals',
    purpose: 'One row per goal: which figure, whose, what target, from which month on.',
    headers: {
      metric: 'Metric',
      scope: 'Scope',
      scope_id: 'Scope Name',
      target: 'Target',
      lower_ok: 'OK From',
      upper_ok: 'OK To',
      direction: 'Direction',
      effective_from: 'Effective From',
      source: 'Source',
    },
  },
  {
    name: 'Expenses',
    dataset: 'expenses',
    purpose: 'One row per bill or payment.',
    headers: {
      invoice_date: 'Invoice Date',
      due_date: 'Due Date',
      paid_date: 'Paid Date',
      vendor: 'Vendor',
      invoice_no: 'Invoice Number',
      category: 'Category',
      amount: 'Amount',
      is_owner_expense: 'Owner Expense',
      location: 'Location',
    },
  },
  {
    name: 'Budget',
    dataset: 'budget',
    purpose: 'One row per month and line of the budget (and site, if you budget by site).',
    headers: {
      month: 'Month',
      category: 'Category',
      location: 'Location',
      amount: 'Amount',
      basis: 'Basis',
    },
  },
  {
    name: 'Aging',
    dataset: 'aging',
    purpose: 'The aging report of each month end, age from the day of service.',
    headers: {
      as_of: 'Month End',
      responsibility: 'Owed By',
      payer: 'Payer',
      payer_class: 'Payer Class',
      provider: 'Provider',
      location: 'Location',
      bucket: 'Age Bucket',
      debit_balance: 'Debit Balance',
      credit_balance: 'Credit Balance',
      accounts: 'Accounts',
      unapplied: 'Unapplied',
    },
  },
  ...slotHeaders,
  {
    name: 'Credentials',
    dataset: 'credentials',
    purpose: 'One row per licence or certificate.',
    headers: {
      holder_id: 'Holder',
      type: 'Credential Type',
      number_last4: 'Last 4',
      issued: 'Issue Date',
      expires: 'Expiration Date',
      renewed_on: 'Renewed On',
    },
  },
  {
    name: 'Compliance tasks',
    dataset: 'compliance_tasks',
    purpose: 'One row per duty and due date.',
    headers: { task: 'Task', rule: 'Rule', due: 'Due Date', done: 'Done On' },
  },
]
