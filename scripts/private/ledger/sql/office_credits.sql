-- One row per month: open items with more taken than charged at the month's end (K12), cents, how many, and how many days
-- ago anything was last posted to the oldest of them. Whose money it is follows the worklist of credit balances,
-- by what was posted up to then; what is neither the patient's nor the payer's alone is the rest of the sum.
CREATE OR REPLACE TABLE office_credits AS
WITH postings AS (
  SELECT item, post_date, effect_cents, 0 AS patients_cents, 0 AS paid_cents
  FROM item_postings
  UNION ALL
  SELECT
    coalesce(items.item, -txn.transaction_line),
    txn.post_date,
    0,
    CASE WHEN txn.type IN ('patient_payment', 'refund_patient', 'nsf_reversal') THEN -effect_cents ELSE 0 END,
    CASE WHEN txn.type <> 'adjustment' THEN -effect_cents ELSE 0 END
  FROM transaction_lines AS txn
  LEFT JOIN charge_items AS items ON items.line = txn.charge_line
),
states AS (
  SELECT
    months.month, months.month_end, item,
    -sum(effect_cents) AS credit_cents,
    sum(paid_cents) AS paid_cents,
    least(sum(patients_cents), sum(paid_cents)) AS patients_cents,
    max(post_date) AS last_posted
  FROM office_months AS months
  JOIN postings ON postings.post_date <= months.month_end
  GROUP BY ALL
  HAVING sum(effect_cents) < 0
),
owed AS (
  SELECT
    month,
    sum(credit_cents) AS credit_cents,
    count(*) AS credit_count,
    max(month_end - last_posted) AS oldest_days,
    sum(credit_cents) FILTER (paid_cents > 0 AND patients_cents >= credit_cents) AS patient_credit_cents,
    sum(credit_cents) FILTER (paid_cents > 0 AND patients_cents <= 0) AS payer_credit_cents
  FROM states
  GROUP BY ALL
)
SELECT
  office_months.month,
  coalesce(credit_cents, 0)::BIGINT AS credit_cents,
  coalesce(credit_count, 0)::BIGINT AS credit_count,
  oldest_days::BIGINT AS oldest_days,
  coalesce(patient_credit_cents, 0)::BIGINT AS patient_credit_cents,
  coalesce(payer_credit_cents, 0)::BIGINT AS payer_credit_cents
FROM office_months
LEFT JOIN owed USING (month);
