-- Every month from the first posting to the as-of date; the running month ends with the as-of date.
CREATE OR REPLACE TABLE month_ends AS
WITH postings AS (
  SELECT min(post_date) AS first FROM charge_lines
  UNION ALL
  SELECT min(post_date) FROM transaction_lines
  UNION ALL
  SELECT min(month) FROM billing_totals
),
months AS (
  SELECT unnest(generate_series(
    date_trunc('month', min(first)),
    date_trunc('month', getvariable('as_of')),
    INTERVAL 1 MONTH
  ))::DATE AS month
  FROM postings
)
SELECT
  month,
  year(month) * 12 + month(month) AS month_number,
  least(last_day(month), getvariable('as_of')) AS month_end
FROM months
WHERE month IS NOT NULL;
