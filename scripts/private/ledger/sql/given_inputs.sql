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
given AS (
  SELECT 'booking_day' AS input, count(*) AS asked, count(booked_at) AS told FROM schedule
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
  SELECT 'charge_payers', count(*), count(nullif(payer_class, 'none_given')) FROM charges
  UNION ALL
  SELECT
    'charges_of_payments', count(*) FILTER (type IN ('insurance_payment', 'patient_payment')),
    count(coalesce(charge_id, claim_id, encounter_id))
  FROM transactions
  UNION ALL
  SELECT
    'adjustment_reasons', count(*) FILTER (type = 'adjustment'),
    count(nullif(adj_category, 'unknown')) FILTER (type = 'adjustment')
  FROM transactions
  UNION ALL
  SELECT 'hours', count(*), count(hours) FROM payroll
  UNION ALL
  -- A claim that is pending has no answer yet.
  SELECT
    'first_answers', count(*) FILTER (outcome <> 'pending'),
    count(*) FILTER (first_remit_date <= getvariable('as_of'))
  FROM canonical_claims
  WHERE submitted_date <= getvariable('as_of')
)
SELECT input, asked = 0 OR told > 0 AS is_given FROM given;
