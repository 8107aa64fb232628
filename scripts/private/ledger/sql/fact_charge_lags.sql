-- Lines posted before their service (pre-posted, typos) have no lag.
CREATE OR REPLACE TABLE fact_charge_lags AS
SELECT
  date_trunc('month', post_date)::DATE AS month,
  provider, location, payer,
  least(post_date - service_date, 61) AS lag_days,
  count(*) AS charge_line_count
FROM charge_lines
WHERE NOT is_void AND amount_cents > 0 AND post_date >= service_date
GROUP BY ALL;
