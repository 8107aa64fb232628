-- Cash basis counts what was paid; accrual basis what was invoiced.
CREATE OR REPLACE TABLE fact_expenses AS
WITH dated AS (
  SELECT
    *,
    CASE WHEN getvariable('accrual') THEN invoice_date ELSE paid_date END AS counted_on
  FROM canonical_expenses
)
SELECT
  date_trunc('month', counted_on)::DATE AS month,
  category,
  coalesce(
    sum(amount) FILTER (NOT coalesce(is_owner_expense, false) AND category <> 'provider_comp'), 0
  )::BIGINT AS operating_cents,
  sum(amount)::BIGINT AS total_cents
FROM dated
WHERE counted_on <= getvariable('as_of')
GROUP BY ALL;
