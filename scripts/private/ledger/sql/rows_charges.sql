-- One row per charge line. Lines count for lag only if they are real charges posted on or after their
-- service; the lag of others is 92, and they are counted nowhere.
CREATE OR REPLACE VIEW rows_charges AS
WITH lines AS (
  SELECT *, NOT is_void AND amount_cents > 0 AND post_date >= service_date AS has_lag
  FROM charge_lines
)
SELECT
  date_trunc('month', post_date)::DATE AS month,
  provider, location, payer,
  CASE WHEN has_lag THEN least(post_date - service_date, 61) ELSE 92 END AS lag_days,
  person,
  1 AS source_rows,
  amount_cents AS charge_cents,
  has_lag::INTEGER AS charge_line_count,
  (has_lag AND post_date - service_date <= 3)::INTEGER AS posted_within_3_days_count
FROM lines;
