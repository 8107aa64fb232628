-- Posting month; lines count for lag only if they are real charges posted on or after their service.
CREATE OR REPLACE TABLE fact_charges AS
WITH flows AS (
  SELECT
    date_trunc('month', post_date)::DATE AS month,
    provider, location, payer,
    sum(amount_cents) AS charge_cents,
    count(*) FILTER (NOT is_void AND amount_cents > 0 AND post_date >= service_date) AS charge_line_count,
    count(*) FILTER (
      NOT is_void AND amount_cents > 0 AND post_date - service_date BETWEEN 0 AND 3
    ) AS posted_within_3_days_count,
    0 AS trailing_90_day_charge_cents
  FROM charge_lines
  GROUP BY ALL
),
daily AS (
  SELECT post_date, provider, location, payer, sum(amount_cents) AS cents
  FROM charge_lines
  GROUP BY ALL
),
looking_back AS (
  SELECT
    month_ends.month, provider, location, payer,
    0 AS charge_cents, 0 AS charge_line_count, 0 AS posted_within_3_days_count,
    sum(cents) AS trailing_90_day_charge_cents
  FROM daily
  JOIN month_ends ON daily.post_date <= month_ends.month_end AND daily.post_date > month_ends.month_end - 90
  GROUP BY ALL
)
SELECT
  month, provider, location, payer,
  sum(charge_cents)::BIGINT AS charge_cents,
  sum(charge_line_count)::BIGINT AS charge_line_count,
  sum(posted_within_3_days_count)::BIGINT AS posted_within_3_days_count,
  sum(trailing_90_day_charge_cents)::BIGINT AS trailing_90_day_charge_cents
FROM (FROM flows UNION ALL FROM looking_back)
GROUP BY ALL;
