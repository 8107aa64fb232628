-- Overdue is a state: due before the month's end and not done by then.
CREATE OR REPLACE TABLE fact_compliance AS
WITH due_items AS (
  SELECT 'credential' AS kind, expires AS due, renewed_on AS done FROM canonical_credentials
  UNION ALL
  SELECT 'task', due, done FROM canonical_compliance_tasks
),
counted AS (
  SELECT *, date_trunc('month', due)::DATE AS due_month
  FROM due_items
  WHERE due < getvariable('as_of')
),
later AS (
  SELECT
    *,
    unnest(generate_series(due_month, date_trunc('month', getvariable('as_of')), INTERVAL 1 MONTH))::DATE AS month
  FROM counted
),
standing AS (
  SELECT *, least(last_day(month), getvariable('as_of')) AS month_end
  FROM later
)
SELECT
  month,
  kind,
  count(*) FILTER (month = due_month) AS due_count,
  count(*) FILTER (month = due_month AND done <= due) AS on_time_count,
  count(*) FILTER (due < month_end AND (done IS NULL OR done > month_end)) AS overdue_count
FROM standing
GROUP BY ALL;
