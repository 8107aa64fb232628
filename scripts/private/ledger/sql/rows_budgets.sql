-- One row per budget line that is no expense.
CREATE OR REPLACE VIEW rows_budgets AS
SELECT date_trunc('month', "month")::DATE AS month, category, 1 AS source_rows, amount AS budget_cents
FROM canonical_budget
WHERE category IN ('collections', 'other_income', 'visits');
