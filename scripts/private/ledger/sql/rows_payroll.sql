-- Cost by month worked: one row per line and month of its period, spread over the calendar days of the
-- period. A month's share is the rounded running total at its end less that at its start, so that the
-- shares add up to the line to the cent (half rounds away from zero).
-- Hours and pay by month in which the period ends: one row per line. Hours by month worked: `paid_hours`.
CREATE OR REPLACE VIEW rows_payroll AS
WITH periods AS (
  SELECT
    *,
    period_end - period_start + 1 AS period_days,
    unnest(generate_series(
      date_trunc('month', period_start), date_trunc('month', period_end), INTERVAL 1 MONTH
    ))::DATE AS month
  FROM pay_lines
),
days AS (
  SELECT
    *,
    greatest(month - period_start, 0) AS days_before,
    least(last_day(month), period_end) - period_start + 1 AS days_until
  FROM periods
)
SELECT
  month, location, role_group,
  person,
  1 AS source_rows,
  running_share(cost_cents, days_until, period_days) - running_share(cost_cents, days_before, period_days)
    AS staff_cost_cents,
  0 AS regular_hours,
  0 AS overtime_hours,
  0 AS paid_cents,
  0 AS overtime_cents,
  0 AS worked_hours,
  0 AS full_time_hours
FROM days
UNION ALL
SELECT
  date_trunc('month', period_end)::DATE, location, role_group,
  person,
  1,
  0,
  CASE WHEN earning_code = 'regular' THEN coalesce(hours, 0) ELSE 0 END,
  CASE WHEN earning_code IN ('overtime', 'doubletime') THEN coalesce(hours, 0) ELSE 0 END,
  gross_cents,
  CASE WHEN earning_code IN ('overtime', 'doubletime') THEN gross_cents ELSE 0 END,
  0,
  0
FROM pay_lines
UNION ALL
SELECT month, location, role_group, person, 1, 0, 0, 0, 0, 0, worked_hours, 0
FROM paid_hours
UNION ALL
SELECT month, location, role_group, person, 1, 0, 0, 0, 0, 0, 0, full_time_hours
FROM full_time_people;
