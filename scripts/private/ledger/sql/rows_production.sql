-- One row per charge line and per transaction that names one, by month of service, of the whole practice. A void
-- and the line it cancels add up to nothing here.
CREATE OR REPLACE VIEW rows_production AS
WITH lines AS (
  SELECT
    service_date, person,
    amount_cents AS charge_cents, 0 AS matched_payment_cents, 0 AS matched_contractual_cents
  FROM charge_lines
  UNION ALL
  SELECT
    charge_service_date, person, 0,
    CASE WHEN type <> 'adjustment' THEN -effect_cents ELSE 0 END,
    CASE WHEN adjustment_category = 'contractual' THEN -effect_cents ELSE 0 END
  FROM transaction_lines
  WHERE charge_line IS NOT NULL
)
SELECT
  date_trunc('month', service_date)::DATE AS month,
  person,
  1 AS source_rows,
  charge_cents, matched_payment_cents, matched_contractual_cents
FROM lines;
