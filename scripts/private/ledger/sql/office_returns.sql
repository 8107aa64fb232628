-- One row per month: what went back to patients and payers (K23), by the day it was posted, and the payments of the month.
-- Cents; money that goes back raises A/R and is positive here. Payments are what patients and insurers paid, less
-- payments that were posted by mistake. Whether the sheets ever tell a kind of money apart is told beside.
CREATE OR REPLACE TABLE office_returns AS
WITH kinds AS (
  SELECT
    date_trunc('month', post_date)::DATE AS month,
    sum(-effect_cents) FILTER (type IN ('insurance_payment', 'patient_payment', 'payment_reversal')) AS payment_cents,
    sum(effect_cents) FILTER (type = 'refund_patient') AS patient_refund_cents,
    sum(effect_cents) FILTER (type = 'refund_payer') AS payer_refund_cents,
    sum(effect_cents) FILTER (type = 'takeback') AS takeback_cents,
    sum(effect_cents) FILTER (type = 'nsf_reversal') AS bounced_cents
  FROM transaction_lines
  GROUP BY ALL
)
SELECT
  office_months.month,
  coalesce(payment_cents, 0)::BIGINT AS payment_cents,
  coalesce(patient_refund_cents, 0)::BIGINT AS patient_refund_cents,
  coalesce(payer_refund_cents, 0)::BIGINT AS payer_refund_cents,
  coalesce(takeback_cents, 0)::BIGINT AS takeback_cents,
  coalesce(bounced_cents, 0)::BIGINT AS bounced_cents
FROM office_months
LEFT JOIN kinds USING (month);
