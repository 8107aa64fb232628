-- One row per payroll line of staff and month of its period: pay spread over the calendar days of the
-- period. A month's share is the rounded running total at its end less that at its start, so that the
-- shares add up to the line to the cent (half rounds away from zero).
CREATE OR REPLACE MACRO running_share(cents, days, period_days) AS
  sign(cents) * ((2 * abs(cents) * days + period_days) // (2 * period_days));

CREATE OR REPLACE VIEW rows_payroll_costs AS
WITH periods AS (
  SELECT
    *,
    period_end - period_start + 1 AS period_days,
    unnest(generate_series(
      date_trunc('month', period_start), date_trunc('month', period_end), INTERVAL 1 MONTH
    ))::DATE AS month
  FROM pay_lines
  WHERE NOT is_owner AND role_group NOT IN ('physician', 'app')
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
    AS staff_cost_cents
FROM days;
