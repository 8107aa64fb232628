-- One row per transaction. Effects on A/R turned around: payments and adjustments lower it and are
-- positive here. Payments have no adjustment category: 'none', which no table shows. Where there are no lines at all,
-- a month's totals are rows of nobody in particular; parts of payments are not known then.
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
FROM transaction_lines
UNION ALL
SELECT
  month, 'None given', 'None given', 'none_given', adjustment_category,
  NULL, source_rows,
  CASE WHEN kind = 1 THEN cents ELSE 0 END,
  0,
  0,
  CASE WHEN kind <> 1 THEN cents ELSE 0 END,
  CASE WHEN kind = 2 THEN cents ELSE 0 END,
  CASE WHEN kind = 3 THEN cents ELSE 0 END
FROM billing_total_lines
WHERE kind > 0;
