CREATE OR REPLACE TABLE fact_budgets AS
SELECT date_trunc('month', "month")::DATE AS month, category, sum(amount)::BIGINT AS budget_cents
FROM canonical_budget
GROUP BY ALL;
