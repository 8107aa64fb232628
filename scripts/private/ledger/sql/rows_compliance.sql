-- One row per item and month from the one in which it is due. Overdue is a state: due before the month's
-- end and not done by then.
CREATE OR REPLACE VIEW rows_compliance AS
WITH due_items AS (
  SELECT 'credential' AS kind, expires AS due, renewed_on AS done FROM canonical_credentials
  UNION ALL
  SELECT 'task', due, done FROM canonical_compliance_tasks
),
counted AS (
  SELECT *, date_trunc('month', due)::DATE AS due_month
  FROM due_items
  WHERE due < getvariable('first_open_day')
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
  1 AS source_rows,
  (month = due_month)::INTEGER AS due_count,
  (month = due_month AND coalesce(done <= due, false))::INTEGER AS on_time_count,
  (due < month_end AND (done IS NULL OR done > month_end))::INTEGER AS overdue_count
FROM standing;
