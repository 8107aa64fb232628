-- One row per item and month from the one 90 days before it is due. Overdue and due soon are states: not done by the month's end, and due before it or in
-- the 90 days from it on. Months before the first item fell due are beyond what the lists cover.
CREATE OR REPLACE TABLE due_items AS
SELECT tab, row_number, 'credential' AS kind, type AS item, holder_id AS holder, expires AS due, renewed_on AS done
FROM canonical_credentials
UNION ALL
SELECT tab, row_number, 'task', task, NULL, due, done FROM canonical_compliance_tasks;

CREATE OR REPLACE VIEW rows_compliance AS
WITH reach AS (
  SELECT
    date_trunc('month', getvariable('as_of'))::DATE AS last_month,
    least(
      coalesce(min(date_trunc('month', due)) FILTER (due < getvariable('first_open_day')), last_month), last_month
    )::DATE AS first_month
  FROM due_items
),
later AS (
  SELECT
    kind, due, done,
    unnest(generate_series(
      greatest(date_trunc('month', due - 90), first_month), last_month, INTERVAL 1 MONTH
    ))::DATE AS month
  FROM due_items, reach
),
standing AS (
  SELECT
    *,
    least(last_day(month), getvariable('as_of')) AS month_end,
    month = date_trunc('month', due) AND due < getvariable('first_open_day') AS is_due_month,
    done IS NULL OR done > month_end AS is_open
  FROM later
)
SELECT
  month,
  kind,
  1 AS source_rows,
  is_due_month::INTEGER AS due_count,
  (is_due_month AND coalesce(done <= due, false))::INTEGER AS on_time_count,
  (due < month_end AND is_open)::INTEGER AS overdue_count,
  (due >= month_end AND due - month_end <= 90 AND is_open)::INTEGER AS due_soon_count
FROM standing;
