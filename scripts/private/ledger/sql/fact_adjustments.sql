CREATE OR REPLACE TABLE fact_adjustments AS
SELECT
  date_trunc('month', post_date)::DATE AS month,
  provider, location, payer, adjustment_category,
  sum(-effect_cents)::BIGINT AS adjustment_cents
FROM transaction_lines
WHERE type = 'adjustment'
GROUP BY ALL;
