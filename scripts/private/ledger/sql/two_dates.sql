-- Charges, payments and adjustments by both of their dates: what `production` adds up by month of service, and
-- `charges` and `transactions` by month of posting, for the whole practice. `line` counts as `twoDatedLines` does.
-- What names no charge has no month of service. Only for the audit; nothing of it is published.
CREATE OR REPLACE TABLE two_dates AS
WITH lines AS (
  SELECT 0 AS line, service_date, post_date, person, amount_cents AS cents
  FROM charge_lines
  UNION ALL
  SELECT
    CASE
      WHEN payment_part = 'patient' THEN 4
      WHEN payment_part = 'same_day' THEN 5
      WHEN type <> 'adjustment' THEN 1
      WHEN adjustment_category = 'contractual' THEN 2
      ELSE 3
    END,
    charge_service_date, post_date, person, -effect_cents
  FROM transaction_lines
)
SELECT
  line,
  strftime(date_trunc('month', service_date), '%Y-%m') AS served,
  strftime(date_trunc('month', post_date), '%Y-%m') AS posted,
  person,
  count(*) AS source_rows,
  sum(cents)::BIGINT AS cents
FROM lines
WHERE cents <> 0
GROUP BY ALL;
