-- One row per transaction. Effects on A/R turned around: payments and adjustments lower it and are
-- positive here. Payments have no adjustment category: 'none', which no table shows.
CREATE OR REPLACE VIEW rows_transactions AS
SELECT
  date_trunc('month', post_date)::DATE AS month,
  provider, location, payer,
  coalesce(transaction_lines.adjustment_category, 'none') AS adjustment_category,
  person,
  1 AS source_rows,
  CASE WHEN type <> 'adjustment' THEN -effect_cents ELSE 0 END AS net_payment_cents,
  CASE WHEN payment_part <> 'none' THEN -effect_cents ELSE 0 END AS patient_payment_cents,
  CASE WHEN payment_part = 'same_day' THEN -effect_cents ELSE 0 END AS same_day_payment_cents,
  CASE WHEN type = 'adjustment' THEN -effect_cents ELSE 0 END AS adjustment_cents,
  CASE WHEN transaction_lines.adjustment_category = 'contractual' THEN -effect_cents ELSE 0 END AS contractual_cents,
  CASE WHEN transaction_lines.adjustment_category <> 'contractual' THEN -effect_cents ELSE 0 END AS other_adjustment_cents
FROM transaction_lines;
