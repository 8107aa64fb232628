-- Charges, payments and contractual adjustments by both of their dates: what `production` adds up by month of
-- service, and `charges` and `transactions` by month of posting. `measure` counts them as `twoDatedMeasures` does.
-- What names no charge has no month of service. Only for the audit; nothing of it is published.
CREATE OR REPLACE TABLE two_dates AS
WITH lines AS (
  SELECT 0 AS measure, service_date, post_date, provider, location, payer, person, amount_cents AS cents
  FROM charge_lines
  UNION ALL
  SELECT 1, charge_service_date, post_date, provider, location, payer, person, -effect_cents
  FROM transaction_lines
  WHERE type <> 'adjustment'
  UNION ALL
  SELECT 2, charge_service_date, post_date, provider, location, payer, person, -effect_cents
  FROM transaction_lines
  WHERE adjustment_category = 'contractual'
)
SELECT
  measure,
  strftime(date_trunc('month', service_date), '%Y-%m') AS served,
  strftime(date_trunc('month', post_date), '%Y-%m') AS posted,
  provider, location, payer,
  person,
  count(*) AS source_rows,
  sum(cents)::BIGINT AS cents
FROM lines
WHERE cents <> 0
GROUP BY ALL;
