-- One row per employee of payroll's staff who is owed leave, in the month of the latest pay period's end. Current pay
-- is that of the latest regular line with pay: pay by hours, or by the employee's week where it has none. As long as
-- it is missing of one of them there is no total.
CREATE OR REPLACE VIEW rows_leave AS
WITH owed AS (
  SELECT employees.person, staff.employee_id, staff.pto_balance_hours AS hours
  FROM canonical_staff AS staff
  JOIN employees ON employees.employee_id = staff.employee_id
  WHERE staff.pto_balance_hours > 0
    AND NOT coalesce(staff.is_owner, false)
    AND staff.role_group NOT IN ('physician', 'app')
    AND (staff.term_date IS NULL OR staff.term_date > getvariable('as_of') OR staff.term_date < staff.hire_date)
),
latest AS (
  SELECT
    person,
    gross_cents,
    coalesce(hours, (2 * weekly_hours * (period_end - period_start + 1) + 7) // 14) AS hours
  FROM pay_lines
  WHERE earning_code = 'regular' AND gross_cents > 0 AND person IS NOT NULL
    AND coalesce(hours, weekly_hours) > 0
  QUALIFY row_number() OVER (PARTITION BY person ORDER BY period_end DESC, line DESC) = 1
),
rated AS (
  SELECT
    owed.person,
    -- Cents an hour of hundredths of hours, half rounds up.
    (2 * owed.hours * latest.gross_cents + latest.hours) // (2 * latest.hours) AS liability_cents
  FROM owed
  LEFT JOIN latest ON latest.person = owed.person
)
SELECT
  (SELECT date_trunc('month', max(period_end))::DATE FROM pay_lines) AS month,
  person, 1 AS source_rows, liability_cents
FROM rated
WHERE NOT EXISTS (FROM rated WHERE liability_cents IS NULL);
