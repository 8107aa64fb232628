-- What the office's numbers can be made of: one row.
WITH charges AS (
  SELECT count(*) > 0 AS has_charges FROM charge_lines
),
transactions AS (
  SELECT
    count(*) > 0 AS has_transactions,
    count(*) FILTER (type IN ('insurance_payment', 'patient_payment')) > 0 AS has_payments,
    count(*) FILTER (type = 'insurance_payment') > 0 AS has_insurance_payments,
    count(*) FILTER (type = 'refund_patient') > 0 AS has_patient_refunds,
    count(*) FILTER (type = 'refund_payer') > 0 AS has_payer_refunds,
    count(*) FILTER (type = 'takeback') > 0 AS has_takebacks,
    count(*) FILTER (type = 'nsf_reversal') > 0 AS has_bounced
  FROM transaction_lines
),
claims AS (
  SELECT count(*) > 0 AS has_claims, count(answered_date) > 0 AS has_answers FROM claim_lines
)
FROM charges, transactions, claims;
