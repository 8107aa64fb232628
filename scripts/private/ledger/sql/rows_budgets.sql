-- One row per budget line of what viewers may compare with; no metric reads the line for other income.
CREATE OR REPLACE VIEW rows_budgets AS
SELECT date_trunc('month', "month")::DATE AS month, category, 1 AS source_rows, amount AS budget_cents
FROM canonical_budget
WHERE category IN ('collections', 'visits');
