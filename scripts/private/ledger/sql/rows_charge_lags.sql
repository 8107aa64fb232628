-- One row per charge line. Lines posted before their service (pre-posted, typos) have no lag.
CREATE OR REPLACE VIEW rows_charge_lags AS
SELECT
  date_trunc('month', post_date)::DATE AS month,
  least(post_date - service_date, 61) AS lag_days,
  person,
  1 AS source_rows,
  1 AS charge_line_count
FROM charge_lines
WHERE NOT is_void AND amount_cents > 0 AND post_date >= service_date;
