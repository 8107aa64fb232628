-- One row per expense. Cash basis counts what was paid; accrual basis what was invoiced.
CREATE OR REPLACE VIEW rows_expenses AS
WITH dated AS (
  SELECT
    *,
    CASE WHEN getvariable('accrual') THEN invoice_date ELSE paid_date END AS counted_on
  FROM canonical_expenses
)
SELECT
  date_trunc('month', counted_on)::DATE AS month,
  category,
  1 AS source_rows,
  CASE
    WHEN coalesce(is_owner_expense, false) OR category = 'provider_comp' THEN 0
    ELSE amount
  END AS operating_cents
FROM dated
WHERE counted_on <= getvariable('as_of');
