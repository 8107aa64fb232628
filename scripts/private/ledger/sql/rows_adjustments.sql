-- One row per adjustment.
CREATE OR REPLACE VIEW rows_adjustments AS
SELECT
  date_trunc('month', post_date)::DATE AS month,
  adjustment_category,
  person,
  1 AS source_rows,
  -effect_cents AS adjustment_cents
FROM transaction_lines
WHERE type = 'adjustment';
