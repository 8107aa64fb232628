import type { FactName } from './facts.ts'

/**
 * Of each fact, what its measures and dimensions are made of: tabs by their dataset, and of each the columns that decide
 * a number, its month and which rows count. `node tests/helpers/writeColumnsRead.ts` writes it; a test holds it to the SQL.
 */
export const columnsRead: Readonly<Record<FactName, Readonly<Record<string, string>>>> = {
  appointments: {
    booked_count: 'appointments: appt_date, appt_id, is_test, patient_key, provider, start_time, status',
    visit_count: 'appointments: appt_date, appt_id, is_test, patient_key, provider, start_time, status',
    no_show_count: 'appointments: appt_date, appt_id, is_test, patient_key, provider, start_time, status',
    cancelled_count: 'appointments: appt_date, appt_id, is_test, patient_key, provider, start_time, status',
    late_cancelled_count:
      'appointments: appt_date, appt_id, cancelled_at, is_test, patient_key, provider, start_time, status',
    unresolved_count: 'appointments: appt_date, appt_id, is_test, patient_key, provider, start_time, status',
    new_patient_visit_count:
      'appointments: appt_date, appt_id, is_new_patient, is_test, patient_key, provider, start_time, status, visit_type',
    telehealth_visit_count:
      'appointments: appt_date, appt_id, is_telehealth, is_test, patient_key, provider, start_time, status, visit_type',
    noted_visit_count:
      'appointments: appt_date, appt_id, encounter_id, is_test, note_signed, patient_key, provider, start_time, status; encounters: appt_id, encounter_id, is_test, note_signed, patient_key, provider, service_date, visit_status',
    unsigned_note_count:
      'appointments: appt_date, appt_id, encounter_id, is_test, note_signed, note_signed_at, patient_key, provider, start_time, status; encounters: appt_id, encounter_id, is_test, note_signed, note_signed_at, patient_key, provider, service_date, visit_status',
    no_show_minutes:
      'appointments: appt_date, appt_id, duration_min, is_test, patient_key, provider, start_time, status',
    provider: 'appointments: appt_date, appt_id, is_test, patient_key, provider, start_time, status',
    location:
      'appointments: appt_date, appt_id, is_test, location, patient_key, provider, start_time, status',
    payer: 'appointments: appt_date, appt_id, is_test, patient_key, payer, provider, start_time, status',
    visit_type:
      'appointments: appt_date, appt_id, is_test, patient_key, provider, start_time, status, visit_type',
    weekday: 'appointments: appt_date, appt_id, is_test, patient_key, provider, start_time, status',
    day_part: 'appointments: appt_date, appt_id, is_test, patient_key, provider, start_time, status',
    lag_days:
      'appointments: appt_date, appt_id, booked_at, is_test, patient_key, provider, start_time, status',
    sign_lag_days:
      'appointments: appt_date, appt_id, encounter_id, is_test, note_signed_at, patient_key, provider, start_time, status; encounters: appt_id, encounter_id, is_test, note_signed, note_signed_at, patient_key, provider, service_date, visit_status',
    wait_minutes:
      'appointments: appt_date, appt_id, checked_in_at, is_test, patient_key, provider, roomed_at, start_time, status; wait_log: appt_date, logged_at, patient_key, provider, start_time, status',
    cycle_minutes:
      'appointments: appt_date, appt_id, checked_in_at, checked_out_at, is_test, patient_key, provider, start_time, status; wait_log: appt_date, logged_at, patient_key, provider, start_time, status',
  },
  clinic_days: {
    clinic_day_count:
      'appointments: appt_date, appt_id, is_test, location, patient_key, provider, start_time, status',
    provider:
      'appointments: appt_date, appt_id, is_test, location, patient_key, provider, start_time, status',
    location:
      'appointments: appt_date, appt_id, is_test, location, patient_key, provider, start_time, status',
  },
  slots: {
    slot_count:
      'appointments: appt_date, appt_id, is_test, location, patient_key, provider, start_time, status; slots: location, provider, slot_date; templates: blocked_min, effective_from, end_time, location, provider, slot_min, start_time, template_date, weekday',
    provider:
      'appointments: appt_date, appt_id, is_test, location, patient_key, provider, start_time, status; slots: location, provider, slot_date; templates: blocked_min, effective_from, end_time, location, provider, slot_min, start_time, template_date, weekday',
    location:
      'appointments: appt_date, appt_id, is_test, location, patient_key, provider, start_time, status; slots: location, provider, slot_date; templates: blocked_min, effective_from, end_time, location, provider, slot_min, start_time, template_date, weekday',
  },
  access_samples: {
    sample_count: 'access_samples: sample_date, third_next_date',
    third_next_days: 'access_samples: sample_date, third_next_date',
    provider: 'access_samples: provider, sample_date, third_next_date',
    visit_type: 'access_samples: sample_date, third_next_date, visit_type',
  },
  panel: {
    active_count: 'appointments: appt_date, appt_id, is_test, patient_key, provider, start_time, status',
    before_count: 'appointments: appt_date, appt_id, is_test, patient_key, provider, start_time, status',
    returned_count: 'appointments: appt_date, appt_id, is_test, patient_key, provider, start_time, status',
  },
  bookings_ahead: {
    coming_count: 'appointments: appt_date, is_test, patient_key, status',
    week_ahead: 'appointments: appt_date, is_test, patient_key, status',
  },
  slots_ahead: {
    coming_slot_count:
      'appointments: appt_date, appt_id, is_test, patient_key, provider, start_time, status; slots: provider, slot_date; templates: blocked_min, effective_from, end_time, location, provider, slot_min, start_time, template_date, weekday',
    week_ahead:
      'appointments: appt_date, appt_id, is_test, patient_key, provider, start_time, status; slots: provider, slot_date; templates: blocked_min, effective_from, end_time, location, provider, slot_min, start_time, template_date, weekday',
  },
  charges: {
    charge_cents:
      'billing: adjustment_amount, amount, charge_amount, is_test, patient_key, payment_amount, post_date, type; charges: charge_amount, is_test, patient_key, post_date',
    charge_line_count:
      'billing: adjustment_amount, amount, charge_amount, is_test, is_void, patient_key, payment_amount, post_date, service_date, type; charges: charge_amount, is_test, is_void, patient_key, post_date, service_date',
    posted_within_3_days_count:
      'billing: adjustment_amount, amount, charge_amount, is_test, is_void, patient_key, payment_amount, post_date, service_date, type; charges: charge_amount, is_test, is_void, patient_key, post_date, service_date',
    new_office_visit_count:
      'billing: adjustment_amount, amount, charge_amount, cpt, is_test, is_void, patient_key, payment_amount, post_date, service_date, type; charges: charge_amount, cpt, is_test, is_void, patient_key, post_date, service_date',
    established_office_visit_count:
      'billing: adjustment_amount, amount, charge_amount, cpt, is_test, is_void, patient_key, payment_amount, post_date, service_date, type; charges: charge_amount, cpt, is_test, is_void, patient_key, post_date, service_date',
    provider:
      'billing: is_test, patient_key, post_date, provider, type; charges: is_test, patient_key, post_date, rendering_provider',
    location:
      'billing: is_test, location, patient_key, post_date, type; charges: is_test, location, patient_key, post_date',
    payer:
      'billing: is_test, patient_key, payer, post_date, type; charges: is_test, patient_key, payer, post_date',
    lag_days:
      'billing: adjustment_amount, amount, charge_amount, is_test, is_void, patient_key, payment_amount, post_date, service_date, type; charges: charge_amount, is_test, is_void, patient_key, post_date, service_date',
    new_visit_level:
      'billing: adjustment_amount, amount, charge_amount, cpt, is_test, is_void, patient_key, payment_amount, post_date, service_date, type; charges: charge_amount, cpt, is_test, is_void, patient_key, post_date, service_date',
    established_visit_level:
      'billing: adjustment_amount, amount, charge_amount, cpt, is_test, is_void, patient_key, payment_amount, post_date, service_date, type; charges: charge_amount, cpt, is_test, is_void, patient_key, post_date, service_date',
  },
  production: {
    charge_cents:
      'billing: adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, service_date, type; charges: charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, post_date, service_date; transactions: charge_id, claim_id, encounter_id, post_date, type',
    matched_payment_cents:
      'billing: adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, service_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date, service_date; transactions: amount, charge_id, claim_id, encounter_id, post_date, type',
    matched_contractual_cents:
      'billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, service_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date, service_date; transactions: adj_category, amount, charge_id, claim_id, encounter_id, post_date, type',
    paid_by_120_days_cents:
      'billing: adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, service_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date, service_date; transactions: amount, charge_id, claim_id, encounter_id, post_date, type',
    paid_by_90_days_cents:
      'billing: adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, service_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date, service_date; transactions: amount, charge_id, claim_id, encounter_id, post_date, type',
    paid_by_60_days_cents:
      'billing: adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, service_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date, service_date; transactions: amount, charge_id, claim_id, encounter_id, post_date, type',
    paid_by_30_days_cents:
      'billing: adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, service_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date, service_date; transactions: amount, charge_id, claim_id, encounter_id, post_date, type',
    paid_by_month_end_cents:
      'billing: adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, service_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date, service_date; transactions: amount, charge_id, claim_id, encounter_id, post_date, type',
    contractual_by_90_days_cents:
      'billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, service_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date, service_date; transactions: adj_category, amount, charge_id, claim_id, encounter_id, post_date, type',
    contractual_by_60_days_cents:
      'billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, service_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date, service_date; transactions: adj_category, amount, charge_id, claim_id, encounter_id, post_date, type',
    contractual_by_30_days_cents:
      'billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, service_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date, service_date; transactions: adj_category, amount, charge_id, claim_id, encounter_id, post_date, type',
    contractual_by_month_end_cents:
      'billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, service_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date, service_date; transactions: adj_category, amount, charge_id, claim_id, encounter_id, post_date, type',
  },
  work_rvus: {
    wrvu_hundredths:
      'billing: adjustment_amount, amount, charge_amount, cpt, is_test, modifiers, patient_key, payment_amount, post_date, provider, service_date, type, units, wrvu; charges: charge_amount, cpt, is_test, modifiers, patient_key, post_date, rendering_provider, service_date, units, wrvu; wrvu_table: cpt, modifier, wrvu, year',
    provider:
      'billing: adjustment_amount, amount, charge_amount, cpt, is_test, modifiers, patient_key, payment_amount, post_date, provider, service_date, type, units, wrvu; charges: charge_amount, cpt, is_test, modifiers, patient_key, post_date, rendering_provider, service_date, units, wrvu; wrvu_table: cpt, modifier, wrvu, year',
  },
  transactions: {
    net_payment_cents:
      'billing: adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date; transactions: amount, charge_id, claim_id, encounter_id, post_date, type',
    patient_payment_cents:
      'billing: adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, service_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date, service_date; transactions: amount, charge_id, claim_id, deposit_date, encounter_id, post_date, service_date, type',
    same_day_payment_cents:
      'billing: adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, service_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date, service_date; transactions: amount, charge_id, claim_id, deposit_date, encounter_id, post_date, service_date, type',
    adjustment_cents:
      'billing: adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date; transactions: amount, charge_id, claim_id, encounter_id, post_date, type',
    contractual_cents:
      'billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date; transactions: adj_category, amount, charge_id, claim_id, encounter_id, post_date, type',
    other_adjustment_cents:
      'billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date; transactions: adj_category, amount, charge_id, claim_id, encounter_id, post_date, type',
    provider:
      'billing: charge_id, claim_id, encounter_id, is_test, patient_key, post_date, provider, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date, rendering_provider; transactions: charge_id, claim_id, encounter_id, post_date, provider, type',
    location:
      'billing: charge_id, claim_id, encounter_id, is_test, location, patient_key, post_date, type; charges: charge_id, claim_id, encounter_id, is_test, location, patient_key, post_date; transactions: charge_id, claim_id, encounter_id, location, post_date, type',
    payer:
      'billing: charge_id, claim_id, encounter_id, is_test, patient_key, payer, post_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, payer, post_date; transactions: charge_id, claim_id, encounter_id, payer, post_date, type',
    adjustment_category:
      'billing: adj_category, charge_id, claim_id, encounter_id, is_test, patient_key, post_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date; transactions: adj_category, charge_id, claim_id, encounter_id, post_date, type',
  },
  receivables: {
    balance_cents:
      'aging: accounts, as_of, bucket, credit_balance, debit_balance, invoice_id, location, open_accounts, payer, provider, responsibility, unapplied; billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, modifiers, patient_key, payer, payment_amount, post_date, provider, service_date, type; billing_summary: adjustments, charges, contractual, insurance_payments, location, month, patient_payments, payments, refunds, withheld, write_offs; charges: charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, modifiers, patient_key, payer, post_date, rendering_provider, service_date; transactions: adj_category, amount, charge_id, claim_id, encounter_id, location, payer, post_date, provider, service_date, type',
    over_90_cents:
      'aging: accounts, as_of, bucket, credit_balance, debit_balance, invoice_id, location, open_accounts, payer, provider, responsibility, unapplied; billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, modifiers, patient_key, payer, payment_amount, post_date, provider, service_date, type; billing_summary: adjustments, charges, contractual, insurance_payments, location, month, patient_payments, payments, refunds, withheld, write_offs; charges: charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, modifiers, patient_key, payer, post_date, rendering_provider, service_date; transactions: adj_category, amount, charge_id, claim_id, encounter_id, location, payer, post_date, provider, service_date, type',
    patient_cents:
      'aging: accounts, as_of, bucket, credit_balance, debit_balance, invoice_id, location, open_accounts, payer, provider, responsibility, unapplied; billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, modifiers, patient_key, payer, payment_amount, post_date, provider, service_date, type; billing_summary: adjustments, charges, contractual, insurance_payments, location, month, patient_payments, payments, refunds, withheld, write_offs; charges: charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, modifiers, patient_key, payer, post_date, rendering_provider, service_date; transactions: adj_category, amount, charge_id, claim_id, encounter_id, location, payer, post_date, provider, service_date, type',
    provider:
      'aging: accounts, as_of, bucket, credit_balance, debit_balance, invoice_id, location, open_accounts, payer, provider, responsibility, unapplied; billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, modifiers, patient_key, payer, payment_amount, post_date, provider, service_date, type; billing_summary: adjustments, charges, contractual, insurance_payments, location, month, patient_payments, payments, refunds, withheld, write_offs; charges: charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, modifiers, patient_key, payer, post_date, rendering_provider, service_date; transactions: adj_category, amount, charge_id, claim_id, encounter_id, location, payer, post_date, provider, service_date, type',
    location:
      'aging: accounts, as_of, bucket, credit_balance, debit_balance, invoice_id, location, open_accounts, payer, provider, responsibility, unapplied; billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, modifiers, patient_key, payer, payment_amount, post_date, provider, service_date, type; billing_summary: adjustments, charges, contractual, insurance_payments, location, month, patient_payments, payments, refunds, withheld, write_offs; charges: charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, modifiers, patient_key, payer, post_date, rendering_provider, service_date; transactions: adj_category, amount, charge_id, claim_id, encounter_id, location, payer, post_date, provider, service_date, type',
    payer:
      'aging: accounts, as_of, bucket, credit_balance, debit_balance, invoice_id, location, open_accounts, payer, provider, responsibility, unapplied; billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, modifiers, patient_key, payer, payment_amount, post_date, provider, service_date, type; billing_summary: adjustments, charges, contractual, insurance_payments, location, month, patient_payments, payments, refunds, withheld, write_offs; charges: charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, modifiers, patient_key, payer, post_date, rendering_provider, service_date; transactions: adj_category, amount, charge_id, claim_id, encounter_id, location, payer, post_date, provider, service_date, type',
    age_bucket:
      'aging: accounts, as_of, bucket, credit_balance, debit_balance, invoice_id, location, open_accounts, payer, provider, responsibility, unapplied; billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, modifiers, patient_key, payer, payment_amount, post_date, provider, service_date, type; billing_summary: adjustments, charges, contractual, insurance_payments, location, month, patient_payments, payments, refunds, withheld, write_offs; charges: charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, modifiers, patient_key, payer, post_date, rendering_provider, service_date; transactions: adj_category, amount, charge_id, claim_id, encounter_id, location, payer, post_date, provider, service_date, type',
  },
  reconciliation: {
    opening_cents:
      'aging: accounts, as_of, bucket, credit_balance, debit_balance, invoice_id, location, open_accounts, payer, provider, responsibility, unapplied; billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, patient_key, payer, payment_amount, post_date, provider, service_date, type; billing_summary: adjustments, charges, contractual, insurance_payments, location, month, patient_payments, payments, refunds, withheld, write_offs; charges: charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, patient_key, payer, post_date, rendering_provider, service_date; transactions: adj_category, amount, charge_id, claim_id, deposit_date, encounter_id, location, payer, post_date, provider, service_date, type',
    charge_cents:
      'aging: accounts, as_of, bucket, credit_balance, debit_balance, invoice_id, location, open_accounts, payer, provider, responsibility, unapplied; billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, patient_key, payer, payment_amount, post_date, provider, service_date, type; billing_summary: adjustments, charges, contractual, insurance_payments, location, month, patient_payments, payments, refunds, withheld, write_offs; charges: charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, patient_key, payer, post_date, rendering_provider, service_date; transactions: adj_category, amount, charge_id, claim_id, deposit_date, encounter_id, location, payer, post_date, provider, service_date, type',
    net_payment_cents:
      'aging: accounts, as_of, bucket, credit_balance, debit_balance, invoice_id, location, open_accounts, payer, provider, responsibility, unapplied; billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, patient_key, payer, payment_amount, post_date, provider, service_date, type; billing_summary: adjustments, charges, contractual, insurance_payments, location, month, patient_payments, payments, refunds, withheld, write_offs; charges: charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, patient_key, payer, post_date, rendering_provider, service_date; transactions: adj_category, amount, charge_id, claim_id, deposit_date, encounter_id, location, payer, post_date, provider, service_date, type',
    adjustment_cents:
      'aging: accounts, as_of, bucket, credit_balance, debit_balance, invoice_id, location, open_accounts, payer, provider, responsibility, unapplied; billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, patient_key, payer, payment_amount, post_date, provider, service_date, type; billing_summary: adjustments, charges, contractual, insurance_payments, location, month, patient_payments, payments, refunds, withheld, write_offs; charges: charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, patient_key, payer, post_date, rendering_provider, service_date; transactions: adj_category, amount, charge_id, claim_id, deposit_date, encounter_id, location, payer, post_date, provider, service_date, type',
    closing_cents:
      'aging: accounts, as_of, bucket, credit_balance, debit_balance, invoice_id, location, open_accounts, payer, provider, responsibility, unapplied; billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, patient_key, payer, payment_amount, post_date, provider, service_date, type; billing_summary: adjustments, charges, contractual, insurance_payments, location, month, patient_payments, payments, refunds, withheld, write_offs; charges: charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, patient_key, payer, post_date, rendering_provider, service_date; transactions: adj_category, amount, charge_id, claim_id, deposit_date, encounter_id, location, payer, post_date, provider, service_date, type',
    difference_cents:
      'aging: accounts, as_of, bucket, credit_balance, debit_balance, invoice_id, location, open_accounts, payer, provider, responsibility, unapplied; billing: adj_category, adjustment_amount, amount, charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, patient_key, payer, payment_amount, post_date, provider, service_date, type; billing_summary: adjustments, charges, contractual, insurance_payments, location, month, patient_payments, payments, refunds, withheld, write_offs; charges: charge_amount, charge_id, claim_id, cpt, encounter_id, is_test, is_void, location, patient_key, payer, post_date, rendering_provider, service_date; transactions: adj_category, amount, charge_id, claim_id, deposit_date, encounter_id, location, payer, post_date, provider, service_date, type',
  },
  income: {
    other_income_cents:
      'billing: adjustment_amount, amount, charge_amount, charge_id, claim_id, encounter_id, is_test, patient_key, payment_amount, post_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date; transactions: amount, charge_id, claim_id, encounter_id, post_date, type',
    posted_month_count:
      'billing: charge_id, claim_id, encounter_id, is_test, patient_key, post_date, type; charges: charge_id, claim_id, encounter_id, is_test, patient_key, post_date; transactions: charge_id, claim_id, encounter_id, post_date, type',
  },
  claims: {
    submitted_count:
      'billing: claim_id, is_test, patient_key, post_date, type; charges: claim_id, is_test, patient_key, post_date; claims: claim_id, is_test, patient_key, submitted_date',
    checked_count:
      'billing: claim_id, is_test, patient_key, post_date, type; charges: claim_id, is_test, patient_key, post_date; claims: claim_id, clearinghouse_status, is_test, patient_key, submitted_date',
    clean_count:
      'billing: claim_id, is_test, patient_key, post_date, type; charges: claim_id, is_test, patient_key, post_date; claims: claim_id, clearinghouse_status, is_test, patient_key, submitted_date, touches',
    first_pass_count:
      'billing: claim_id, is_test, patient_key, post_date, type; charges: claim_id, is_test, patient_key, post_date; claims: claim_id, clearinghouse_status, first_remit_date, is_test, outcome, patient_key, submitted_date',
  },
  claim_answers: {
    answered_count:
      'billing: claim_id, is_test, patient_key, post_date, type; charges: claim_id, is_test, patient_key, post_date; claims: claim_id, clearinghouse_status, first_remit_date, is_test, outcome, patient_key, submitted_date',
    denied_count:
      'billing: claim_id, is_test, patient_key, post_date, type; charges: claim_id, is_test, patient_key, post_date; claims: claim_id, clearinghouse_status, denial_category, first_remit_date, is_test, outcome, patient_key, submitted_date',
    resolved_count:
      'billing: claim_id, is_test, patient_key, post_date, type; charges: claim_id, is_test, patient_key, post_date; claims: claim_id, clearinghouse_status, denial_category, first_remit_date, is_test, outcome, patient_key, resolution, resolved_date, submitted_date',
    overturned_count:
      'billing: claim_id, is_test, patient_key, post_date, type; charges: claim_id, is_test, patient_key, post_date; claims: claim_id, clearinghouse_status, denial_category, first_remit_date, is_test, outcome, patient_key, resolution, resolved_date, submitted_date',
    written_off_count:
      'billing: claim_id, is_test, patient_key, post_date, type; charges: claim_id, is_test, patient_key, post_date; claims: claim_id, clearinghouse_status, denial_category, first_remit_date, is_test, outcome, patient_key, resolution, resolved_date, submitted_date',
    never_worked_count:
      'billing: claim_id, is_test, patient_key, post_date, type; charges: claim_id, is_test, patient_key, post_date; claims: appeal_date, claim_id, clearinghouse_status, denial_category, first_remit_date, is_test, outcome, patient_key, resolution, resolved_date, submitted_date, touches',
    payer:
      'billing: claim_id, is_test, patient_key, post_date, type; charges: claim_id, is_test, patient_key, post_date; claims: claim_id, clearinghouse_status, first_remit_date, is_test, outcome, patient_key, payer, submitted_date',
    denial_category:
      'billing: claim_id, is_test, patient_key, post_date, type; charges: claim_id, is_test, patient_key, post_date; claims: claim_id, clearinghouse_status, denial_category, first_remit_date, is_test, outcome, patient_key, submitted_date',
  },
  payroll: {
    staff_cost_cents:
      'payroll: amount, check_seq, earning_code, employee_id, employer_benefits, employer_taxes, hours, is_owner, location, pay_date, period_end, period_start, role_group; payroll_summary: employee_id, employer_benefits, employer_taxes, gross_amount, is_owner, location, other_amount, overtime_amount, overtime_hours, pay_date, period_end, period_start, regular_amount, regular_hours, role_group; staff: employee_id, is_owner, role_group, standard_weekly_hours',
    regular_hours:
      'payroll: amount, check_seq, earning_code, employee_id, employer_benefits, employer_taxes, hours, is_owner, location, pay_date, period_end, period_start, role_group; payroll_summary: employee_id, employer_benefits, employer_taxes, gross_amount, is_owner, location, other_amount, overtime_amount, overtime_hours, pay_date, period_end, period_start, regular_amount, regular_hours, role_group; staff: employee_id, is_owner, role_group, standard_weekly_hours',
    overtime_hours:
      'payroll: amount, check_seq, earning_code, employee_id, employer_benefits, employer_taxes, hours, is_owner, location, pay_date, period_end, period_start, role_group; payroll_summary: employee_id, employer_benefits, employer_taxes, gross_amount, is_owner, location, other_amount, overtime_amount, overtime_hours, pay_date, period_end, period_start, regular_amount, regular_hours, role_group; staff: employee_id, is_owner, role_group, standard_weekly_hours',
    paid_cents:
      'payroll: amount, check_seq, earning_code, employee_id, employer_benefits, employer_taxes, hours, is_owner, location, pay_date, period_end, period_start, role_group; payroll_summary: employee_id, employer_benefits, employer_taxes, gross_amount, is_owner, location, other_amount, overtime_amount, overtime_hours, pay_date, period_end, period_start, regular_amount, regular_hours, role_group; staff: employee_id, is_owner, role_group, standard_weekly_hours',
    overtime_cents:
      'payroll: amount, check_seq, earning_code, employee_id, employer_benefits, employer_taxes, hours, is_owner, location, pay_date, period_end, period_start, role_group; payroll_summary: employee_id, employer_benefits, employer_taxes, gross_amount, is_owner, location, other_amount, overtime_amount, overtime_hours, pay_date, period_end, period_start, regular_amount, regular_hours, role_group; staff: employee_id, is_owner, role_group, standard_weekly_hours',
    worked_hours:
      'payroll: amount, check_seq, earning_code, employee_id, employer_benefits, employer_taxes, hours, is_owner, location, pay_date, period_end, period_start, role_group; payroll_summary: employee_id, employer_benefits, employer_taxes, gross_amount, is_owner, location, other_amount, overtime_amount, overtime_hours, pay_date, period_end, period_start, regular_amount, regular_hours, role_group; staff: employee_id, is_owner, role_group, standard_weekly_hours',
    full_time_hours:
      'payroll: amount, check_seq, earning_code, employee_id, employer_benefits, employer_taxes, hours, is_owner, location, pay_date, period_end, period_start, role_group; payroll_summary: employee_id, employer_benefits, employer_taxes, gross_amount, is_owner, location, other_amount, overtime_amount, overtime_hours, pay_date, period_end, period_start, regular_amount, regular_hours, role_group; staff: employee_id, is_owner, role_group, standard_weekly_hours',
    location:
      'payroll: amount, check_seq, earning_code, employee_id, employer_benefits, employer_taxes, hours, is_owner, location, pay_date, period_end, period_start, role_group; payroll_summary: employee_id, employer_benefits, employer_taxes, gross_amount, is_owner, location, other_amount, overtime_amount, overtime_hours, pay_date, period_end, period_start, regular_amount, regular_hours, role_group; staff: employee_id, is_owner, location, role_group, standard_weekly_hours',
    role_group:
      'payroll: amount, check_seq, earning_code, employee_id, employer_benefits, employer_taxes, hours, is_owner, location, pay_date, period_end, period_start, role_group; payroll_summary: employee_id, employer_benefits, employer_taxes, gross_amount, is_owner, location, other_amount, overtime_amount, overtime_hours, pay_date, period_end, period_start, regular_amount, regular_hours, role_group; staff: employee_id, is_owner, role_group, standard_weekly_hours',
  },
  expenses: {
    operating_cents: 'expenses: amount, category, is_owner_expense, paid_date',
    category: 'expenses: category, paid_date',
  },
  budgets: {
    budget_cents: 'budget: amount, category, month',
    category: 'budget: category, month',
  },
  expense_budgets: {
    budget_cents: 'budget: amount, category, month',
    category: 'budget: category, month',
  },
  compliance: {
    due_count: 'compliance_tasks: due; credentials: expires',
    on_time_count: 'compliance_tasks: done, due; credentials: expires, renewed_on',
    overdue_count: 'compliance_tasks: done, due; credentials: expires, renewed_on',
    due_soon_count: 'compliance_tasks: done, due; credentials: expires, renewed_on',
    kind: 'compliance_tasks: due; credentials: expires',
  },
  full_time: {
    full_time_hours:
      'payroll: amount, check_seq, earning_code, employee_id, employer_benefits, employer_taxes, hours, is_owner, location, pay_date, period_end, period_start, role_group; payroll_summary: employee_id, employer_benefits, employer_taxes, gross_amount, is_owner, location, other_amount, overtime_amount, overtime_hours, pay_date, period_end, period_start, regular_amount, regular_hours, role_group; providers: clinical_fte; staff: employee_id, is_owner, location, role_group, standard_weekly_hours',
    provider_hours:
      'payroll: amount, check_seq, earning_code, employee_id, employer_benefits, employer_taxes, hours, is_owner, location, pay_date, period_end, period_start, role_group; payroll_summary: employee_id, employer_benefits, employer_taxes, gross_amount, is_owner, location, other_amount, overtime_amount, overtime_hours, pay_date, period_end, period_start, regular_amount, regular_hours, role_group; providers: clinical_fte, end, start; staff: employee_id, is_owner, location, role_group, standard_weekly_hours',
    known_count:
      'payroll: amount, check_seq, earning_code, employee_id, employer_benefits, employer_taxes, hours, is_owner, location, pay_date, period_end, period_start, role_group; payroll_summary: employee_id, employer_benefits, employer_taxes, gross_amount, is_owner, location, other_amount, overtime_amount, overtime_hours, pay_date, period_end, period_start, regular_amount, regular_hours, role_group; providers: clinical_fte; staff: employee_id, is_owner, location, role_group, standard_weekly_hours',
    location:
      'payroll: amount, check_seq, earning_code, employee_id, employer_benefits, employer_taxes, hours, is_owner, location, pay_date, period_end, period_start, role_group; payroll_summary: employee_id, employer_benefits, employer_taxes, gross_amount, is_owner, location, other_amount, overtime_amount, overtime_hours, pay_date, period_end, period_start, regular_amount, regular_hours, role_group; providers: clinical_fte; staff: employee_id, is_owner, location, role_group, standard_weekly_hours',
  },
  workforce: {
    month_end_count: 'staff: employee_id, employment, hire_date, is_owner, role_group, term_date',
  },
  turnover: {
    employed_count: 'staff: employee_id, employment, hire_date, is_owner, role_group, term_date',
    left_count: 'staff: employee_id, employment, hire_date, is_owner, role_group, term_date',
    hired_count: 'staff: employee_id, employment, hire_date, is_owner, role_group, term_date',
    lost_count: 'staff: employee_id, employment, hire_date, is_owner, role_group, term_date',
  },
  positions: {
    open_hours: 'positions: filled, fte, opened, position_id, status',
    approved_hours: 'positions: filled, fte, opened, position_id, status',
  },
  leave: {
    liability_cents:
      'payroll: amount, check_seq, earning_code, employee_id, employer_benefits, employer_taxes, hours, is_owner, location, pay_date, period_end, period_start, role_group; payroll_summary: employee_id, employer_benefits, employer_taxes, gross_amount, is_owner, location, other_amount, overtime_amount, overtime_hours, pay_date, period_end, period_start, regular_amount, regular_hours, role_group; staff: employee_id, hire_date, is_owner, pto_balance_hours, role_group, standard_weekly_hours, term_date',
  },
  coverage: {
    session_count:
      'appointments: appt_date, duration_min, is_test, location, provider, start_time, status; coverage_rules: half_day, per, ratio, role_group; shifts: break_min, date, employee_id, end, location, role_group, start, status, type; slots: location, provider, slot_date, start_time',
    covered_count:
      'appointments: appt_date, duration_min, is_test, location, provider, start_time, status; coverage_rules: half_day, per, ratio, role_group; shifts: break_min, date, employee_id, end, location, role_group, start, status, type; slots: location, provider, slot_date, start_time',
    role_group:
      'appointments: appt_date, duration_min, is_test, location, provider, start_time, status; coverage_rules: half_day, per, ratio, role_group; shifts: break_min, date, employee_id, end, location, role_group, start, status, type; slots: location, provider, slot_date, start_time',
    day_part:
      'appointments: appt_date, duration_min, is_test, location, provider, start_time, status; coverage_rules: half_day, per, ratio, role_group; shifts: break_min, date, employee_id, end, location, role_group, start, status, type; slots: location, provider, slot_date, start_time',
  },
  coverage_ahead: {
    coming_session_count:
      'appointments: appt_date, duration_min, is_test, location, provider, start_time, status; coverage_rules: half_day, per, ratio, role_group; shifts: break_min, date, employee_id, end, location, role_group, start, status, type; slots: location, provider, slot_date, start_time',
    coming_covered_count:
      'appointments: appt_date, duration_min, is_test, location, provider, start_time, status; coverage_rules: half_day, per, ratio, role_group; shifts: break_min, date, employee_id, end, location, role_group, start, status, type; slots: location, provider, slot_date, start_time',
    role_group:
      'appointments: appt_date, duration_min, is_test, location, provider, start_time, status; coverage_rules: half_day, per, ratio, role_group; shifts: break_min, date, employee_id, end, location, role_group, start, status, type; slots: location, provider, slot_date, start_time',
  },
}
