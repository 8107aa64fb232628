-- One row per charge line. Lines count for lag only if they are real charges posted on or after their
-- service; the lag of others is 92, and they are counted nowhere. An office visit's level is its procedure code. Where there
-- are no lines at all, a month's total is one row, of nobody in particular.
CREATE OR REPLACE VIEW rows_charges AS
WITH lines AS (
  SELECT *, NOT is_void AND amount_cents > 0 AND post_date >= service_date AS has_lag, trim(cpt) AS code
  FROM charge_lines
),
visits AS (
  SELECT
    *,
    CASE WHEN has_lag AND regexp_full_match(code, '9920[2-5]') THEN code ELSE 'none' END AS new_visit_level,
    CASE WHEN has_lag AND regexp_full_match(code, '9921[1-5]') THEN code ELSE 'none' END
      AS established_visit_level
  FROM lines
)
SELECT
  date_trunc('month', post_date)::DATE AS month,
  provider, location, payer,
  CASE WHEN has_lag THEN least(post_date - service_date, 61) ELSE 92 END AS lag_days,
  new_visit_level, established_visit_level,
  person,
  1 AS source_rows,
  amount_cents AS charge_cents,
  has_lag::INTEGER AS charge_line_count,
  (has_lag AND post_date - service_date <= 3)::INTEGER AS posted_within_3_days_count,
  (new_visit_level <> 'none')::INTEGER AS new_office_visit_count,
  (established_visit_level <> 'none')::INTEGER AS established_office_visit_count
FROM visits
UNION ALL
SELECT
  month, 'None given', 'None given', 'none_given', 92, 'none', 'none',
  NULL, source_rows, cents, 0, 0, 0, 0
FROM billing_total_lines
WHERE kind = 0;
