-- One row per payroll line of staff who are not owners.
CREATE OR REPLACE VIEW rows_payroll_hours AS
SELECT
  date_trunc('month', period_end)::DATE AS month,
  location, role_group,
  person,
  1 AS source_rows,
  CASE WHEN earning_code = 'regular' THEN coalesce(hours, 0) ELSE 0 END AS regular_hours,
  CASE WHEN earning_code IN ('overtime', 'doubletime') THEN coalesce(hours, 0) ELSE 0 END AS overtime_hours,
  gross_cents AS paid_cents,
  CASE WHEN earning_code IN ('overtime', 'doubletime') THEN gross_cents ELSE 0 END AS overtime_cents
FROM pay_lines
WHERE NOT is_owner;
