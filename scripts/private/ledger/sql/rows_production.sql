-- One row per charge line and per transaction that names one, by month of service, of the whole practice. A void
-- and the line it cancels add up to nothing here. `age` is how many months after the month of service money was
-- posted (below 0: before it); what is posted by an age holds all that was posted earlier.
CREATE OR REPLACE VIEW rows_production AS
WITH lines AS (
  SELECT
    service_date, person, NULL AS age,
    amount_cents AS charge_cents, 0 AS matched_payment_cents, 0 AS matched_contractual_cents
  FROM charge_lines
  UNION ALL
  SELECT
    charge_service_date, person, date_diff('month', charge_service_date, post_date), 0,
    CASE WHEN type <> 'adjustment' THEN -effect_cents ELSE 0 END,
    CASE WHEN adjustment_category = 'contractual' THEN -effect_cents ELSE 0 END
  FROM transaction_lines
  WHERE charge_line IS NOT NULL
)
SELECT
  date_trunc('month', service_date)::DATE AS month,
  person,
  1 AS source_rows,
  charge_cents, matched_payment_cents, matched_contractual_cents,
  CASE WHEN age <= 4 THEN matched_payment_cents ELSE 0 END AS paid_by_120_days_cents,
  CASE WHEN age <= 3 THEN matched_payment_cents ELSE 0 END AS paid_by_90_days_cents,
  CASE WHEN age <= 2 THEN matched_payment_cents ELSE 0 END AS paid_by_60_days_cents,
  CASE WHEN age <= 1 THEN matched_payment_cents ELSE 0 END AS paid_by_30_days_cents,
  CASE WHEN age <= 0 THEN matched_payment_cents ELSE 0 END AS paid_by_month_end_cents,
  CASE WHEN age <= 3 THEN matched_contractual_cents ELSE 0 END AS contractual_by_90_days_cents,
  CASE WHEN age <= 2 THEN matched_contractual_cents ELSE 0 END AS contractual_by_60_days_cents,
  CASE WHEN age <= 1 THEN matched_contractual_cents ELSE 0 END AS contractual_by_30_days_cents,
  CASE WHEN age <= 0 THEN matched_contractual_cents ELSE 0 END AS contractual_by_month_end_cents
FROM lines;
