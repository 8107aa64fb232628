-- Month of service. A void and the line it cancels add up to nothing here.
CREATE OR REPLACE TABLE fact_production AS
WITH lines AS (
  SELECT
    service_date, provider, location, payer,
    amount_cents AS charge_cents, 0 AS matched_payment_cents, 0 AS matched_contractual_cents
  FROM charge_lines
  UNION ALL
  SELECT
    charge_service_date, provider, location, payer, 0,
    CASE WHEN type <> 'adjustment' THEN -effect_cents ELSE 0 END,
    CASE WHEN adjustment_category = 'contractual' THEN -effect_cents ELSE 0 END
  FROM transaction_lines
  WHERE charge_line IS NOT NULL
)
SELECT
  date_trunc('month', service_date)::DATE AS month,
  provider, location, payer,
  sum(charge_cents)::BIGINT AS charge_cents,
  sum(matched_payment_cents)::BIGINT AS matched_payment_cents,
  sum(matched_contractual_cents)::BIGINT AS matched_contractual_cents
FROM lines
GROUP BY ALL;
