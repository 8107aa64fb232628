import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import type { Charge } from '../../scripts/private/contracts/charges.ts'
import type { Claim } from '../../scripts/private/contracts/claims.ts'
import type { Encounter } from '../../scripts/private/contracts/encounters.ts'
import type { PayrollLine } from '../../scripts/private/contracts/payroll.ts'
import type { Transaction } from '../../scripts/private/contracts/transactions.ts'
import type { MetricRow } from '../../src/queries/metricQuery.ts'
import { defaultSettings } from '../../scripts/private/settings.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { oracle } from './oracle.ts'

/** Rows counted up to the last day of October 2026, with the settings that hold by default. */
export const atEndOfOctober: OracleOptions = { asOf: '2026-10-31', settings: defaultSettings }

/** A practice with these rows and no others. */
export function practiceOf(rows: Partial<LedgerRows>): LedgerRows {
  return {
    appointments: [],
    encounters: [],
    wait_log: [],
    slots: [],
    templates: [],
    access_samples: [],
    charges: [],
    transactions: [],
    billing_summary: [],
    claims: [],
    wrvu_table: [],
    aging: [],
    payroll: [],
    staff: [],
    providers: [],
    payers: [],
    positions: [],
    shifts: [],
    coverage_rules: [],
    expenses: [],
    budget: [],
    credentials: [],
    compliance_tasks: [],
    ...rows,
  }
}

/** A completed visit of P1 with Ada Brook at 9:00 on 5 October 2026, booked ten days before. */
export function booking(fields: Partial<Appointment> = {}): Appointment {
  return {
    appt_id: null,
    encounter_id: null,
    patient_key: 'P1',
    appt_date: '2026-10-05',
    start_time: '09:00',
    duration_min: 30,
    end_time: null,
    slot_id: null,
    provider: 'Ada Brook',
    location: 'East',
    visit_type: null,
    visit_group: 'established',
    status: 'completed',
    cancelled_by: null,
    booked_at: '2026-09-25 12:00:00',
    cancelled_at: null,
    checked_in_at: null,
    roomed_at: null,
    checked_out_at: null,
    note_signed: null,
    note_signed_at: null,
    last_modified: null,
    is_new_patient: null,
    is_telehealth: null,
    is_test: null,
    payer: null,
    payer_class: 'commercial',
    ...fields,
  }
}

/** The encounter of P1's visit with Ada Brook on 5 October 2026, its note signed the day after. */
export function encounter(fields: Partial<Encounter> = {}): Encounter {
  return {
    encounter_id: 'E1',
    appt_id: null,
    patient_key: 'P1',
    service_date: '2026-10-05',
    provider: 'Ada Brook',
    visit_status: null,
    note_signed: 'signed',
    note_signed_at: '2026-10-06 17:00:00',
    charge_count: null,
    last_modified: null,
    is_test: null,
    ...fields,
  }
}

/** A commercial charge of $100 for 5 October 2026, posted two days later, by Ada Brook at East. */
export function charge(fields: Partial<Charge> = {}): Charge {
  return {
    charge_id: null,
    encounter_id: null,
    claim_id: null,
    patient_key: null,
    service_date: '2026-10-05',
    post_date: '2026-10-07',
    rendering_provider: 'Ada Brook',
    location: 'East',
    cpt: '99213',
    modifiers: null,
    units: 1,
    charge_amount: 10_000,
    wrvu: null,
    payer: null,
    payer_class: 'commercial',
    is_void: null,
    last_modified: null,
    is_test: null,
    ...fields,
  }
}

/** An insurance payment of $10 posted on 20 October 2026 that names nothing. */
export function transaction(fields: Partial<Transaction> = {}): Transaction {
  return {
    txn_id: null,
    charge_id: null,
    encounter_id: null,
    claim_id: null,
    type: 'insurance_payment',
    post_date: '2026-10-20',
    deposit_date: null,
    service_date: null,
    amount: -1000,
    provider: null,
    location: null,
    payer: null,
    payer_class: null,
    adj_category: null,
    carc: null,
    method: null,
    check_ref: null,
    is_void: null,
    last_modified: null,
    ...fields,
  }
}

/** A claim of $100 sent on 7 October 2026, accepted, and paid in full on 20 October. */
export function claim(fields: Partial<Claim> = {}): Claim {
  return {
    claim_id: 'K1',
    patient_key: null,
    service_date: '2026-10-05',
    submitted_date: '2026-10-07',
    clearinghouse_status: 'accepted',
    first_remit_date: '2026-10-20',
    outcome: 'paid',
    charge_amount: 10_000,
    paid_amount: 6000,
    payer: null,
    payer_class: 'commercial',
    denial_category: null,
    appeal_date: null,
    resolved_date: null,
    resolution: null,
    touches: null,
    last_modified: null,
    is_test: null,
    ...fields,
  }
}

/** Regular pay of $1,000 for 80 hours at the front desk, 5 to 18 October 2026. */
export function payLine(fields: Partial<PayrollLine> = {}): PayrollLine {
  return {
    employee_id: '001',
    role_group: 'front_desk',
    location: 'East',
    period_start: '2026-10-05',
    period_end: '2026-10-18',
    pay_date: '2026-10-23',
    check_seq: null,
    earning_code: 'regular',
    hours: 8000,
    amount: 100_000,
    employer_taxes: null,
    employer_benefits: null,
    is_owner: null,
    ...fields,
  }
}

/** The month of the sample rows. */
export const october = { from: '2026-10', to: '2026-10' }

/** The oracle's one row for a metric over a period, from these rows and no others. */
export function totalOf(metric: string, rows: Partial<LedgerRows>, period = october): MetricRow | undefined {
  return oracle(metric, { by: [], where: {}, period }, practiceOf(rows), atEndOfOctober)[0]
}
