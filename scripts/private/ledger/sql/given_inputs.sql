-- One row per input that a metric can need: whether any row that counts gives it. Where no row could, it is given: what
-- does not exist is truly 0.
CREATE OR REPLACE VIEW given_inputs AS
WITH schedule AS (
  SELECT * FROM canonical_appointments
  WHERE appt_date < getvariable('first_open_day') AND status NOT IN ('open_slot', 'blocked')
),
charges AS (
  SELECT * FROM canonical_charges WHERE post_date <= getvariable('as_of')
),
transactions AS (
  SELECT * FROM canonical_transactions WHERE post_date <= getvariable('as_of')
),
payroll AS (
  SELECT * FROM canonical_payroll WHERE period_end <= getvariable('as_of')
),
-- Of somebody who is neither provider nor owner.
employed AS (
  SELECT * FROM canonical_staff WHERE role_group NOT IN ('physician', 'app') AND NOT coalesce(is_owner, false)
),
denied AS (
  SELECT * FROM canonical_claims WHERE submitted_date <= getvariable('as_of') AND outcome = 'denied'
),
given AS (
  SELECT 'booking_day' AS input, count(*) AS asked, count(booked_at) AS told FROM schedule
  UNION ALL
  -- Or slots of their own tab.
  SELECT 'start_times', count(*), count(start_time) + (SELECT count(start_time) FROM canonical_slots) FROM schedule
  UNION ALL
  SELECT
    'cancelling_time', count(*) FILTER (status = 'cancelled'),
    count(cancelled_at) + count(*) FILTER (status = 'cancelled_late')
  FROM schedule
  UNION ALL
  SELECT 'new_patients', count(*), count(is_new_patient) + count(nullif(visit_group, 'unmapped')) FROM schedule
  UNION ALL
  SELECT 'telehealth', count(*), count(is_telehealth) + count(nullif(visit_group, 'unmapped')) FROM schedule
  UNION ALL
  SELECT 'visit_payers', count(*), count(nullif(payer_class, 'none_given')) FROM schedule
  UNION ALL
  SELECT 'patient_numbers', count(*), count(patient_key) FROM schedule
  UNION ALL
  SELECT 'charge_payers', count(*), count(nullif(payer_class, 'none_given')) FROM charges
  UNION ALL
  SELECT 'procedure_codes', count(*), count(cpt) FROM charges
  UNION ALL
  SELECT
    'charges_of_payments', count(*) FILTER (type IN ('insurance_payment', 'patient_payment')),
    count(coalesce(charge_id, claim_id, encounter_id))
  FROM transactions
  UNION ALL
  SELECT
    'service_days_of_payments', count(*) FILTER (type = 'patient_payment'),
    count(coalesce(charge_id, claim_id, encounter_id, CAST(service_date AS VARCHAR))) FILTER (type = 'patient_payment')
  FROM transactions
  UNION ALL
  SELECT
    'adjustment_reasons', count(*) FILTER (type = 'adjustment') + (SELECT count(*) FROM billing_totals),
    count(nullif(adj_category, 'unknown')) FILTER (type = 'adjustment')
      -- A month that does not tell them is as bad as all.
      + (SELECT CASE WHEN count(contractual_cents) = count(*) THEN count(*) ELSE 0 END FROM billing_totals)
  FROM transactions
  UNION ALL
  SELECT 'billing_lines', (SELECT count(*) FROM billing_totals), 0
  UNION ALL
  -- A line that does not say it is as bad as all.
  SELECT
    'owed_by', count(*) FILTER (getvariable('from_aging_report')),
    CASE WHEN count(responsibility) = count(*) THEN count(*) ELSE 0 END
  FROM canonical_aging
  WHERE as_of <= getvariable('as_of')
  UNION ALL
  SELECT 'hours', count(*), count(hours) FROM payroll
  UNION ALL
  SELECT
    'booked_lengths', count(*) FILTER (status = 'no_show'), count(duration_min) FILTER (status = 'no_show')
  FROM schedule
  UNION ALL
  SELECT
    'rooming_times', count(*) FILTER (status = 'completed'),
    count(*) FILTER (status = 'completed' AND checked_in_at IS NOT NULL AND roomed_at IS NOT NULL)
  FROM timed_bookings
  UNION ALL
  SELECT
    'leaving_times', count(*) FILTER (status = 'completed'),
    count(*) FILTER (status = 'completed' AND checked_in_at IS NOT NULL AND checked_out_at IS NOT NULL)
  FROM timed_bookings
  UNION ALL
  SELECT
    'note_states', count(*) FILTER (status = 'completed'),
    count(*) FILTER (status = 'completed' AND note_signed IN ('signed', 'unsigned'))
  FROM noted_bookings
  UNION ALL
  SELECT
    'signing_days', count(*) FILTER (status = 'completed'),
    count(note_signed_at) FILTER (status = 'completed')
  FROM noted_bookings
  UNION ALL
  SELECT 'work_rvus', count(*), count(wrvu_hundredths) FROM wrvu_lines
  UNION ALL
  SELECT 'clearinghouse_states', count(*), count(clearinghouse_status)
  FROM canonical_claims
  WHERE submitted_date <= getvariable('as_of')
  UNION ALL
  SELECT 'claim_touches', count(*), count(touches)
  FROM canonical_claims
  WHERE submitted_date <= getvariable('as_of')
  UNION ALL
  SELECT 'denial_work', count(*), count(touches) + count(appeal_date) + count(resolution) + count(resolved_date)
  FROM denied
  UNION ALL
  SELECT 'denial_resolutions', count(*), count(nullif(resolution, 'unknown')) FROM denied
  UNION ALL
  SELECT 'hours_or_weeks', count(*), count(coalesce(hours, weekly_hours)) FROM pay_lines
  UNION ALL
  -- One that is missing makes the sum of all unknown.
  SELECT
    'clinical_ftes', count(*), coalesce(bool_and(clinical_fte IS NOT NULL), false)::INTEGER
  FROM canonical_providers
  UNION ALL
  SELECT 'hire_days', count(*), count(hire_date) FROM employed
  UNION ALL
  SELECT 'leaving_days', count(*), count(*) FILTER (term_date <= getvariable('as_of')) FROM employed
  UNION ALL
  SELECT 'leave_balances', count(*), count(pto_balance_hours) FROM employed
  UNION ALL
  SELECT 'opening_days', count(*), count(opened) FROM canonical_positions
  UNION ALL
  -- A claim that is pending has no answer yet.
  SELECT
    'first_answers', count(*) FILTER (outcome <> 'pending'),
    count(*) FILTER (first_remit_date <= getvariable('as_of'))
  FROM canonical_claims
  WHERE submitted_date <= getvariable('as_of')
)
SELECT input, asked = 0 OR told > 0 AS is_given FROM given;
