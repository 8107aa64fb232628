-- Payroll lines of staff (neither providers nor owners) and of periods that ended by the as-of date; what a
-- line lacks comes from the staff tab. Cost, hours and pay are all of these lines: were they of different
-- people, one could be subtracted from the other.
CREATE OR REPLACE TABLE pay_lines AS
WITH known AS (
  SELECT
    row_number() OVER (ORDER BY pay.tab, pay.row_number, pay.piece) AS line,
    -- Null where a line names no employee: it counts as nobody's, so that it cannot make a group large enough.
    employees.person,
    coalesce(pay.role_group, staff.role_group, 'other') AS role_group,
    coalesce(pay.location, staff.location, 'None given') AS location,
    coalesce(pay.is_owner, staff.is_owner, false) AS is_owner,
    -- A period that starts after its end is a typo; its pay then belongs to the last day.
    least(pay.period_start, pay.period_end) AS period_start,
    pay.period_end,
    pay.earning_code,
    pay.hours,
    -- What a line without hours stands for, where the staff tab knows the week.
    staff.standard_weekly_hours AS weekly_hours,
    coalesce(pay.amount, 0) AS gross_cents,
    coalesce(pay.amount, 0) + coalesce(pay.employer_taxes, 0) + coalesce(pay.employer_benefits, 0) AS cost_cents
  FROM canonical_payroll AS pay
  LEFT JOIN employees ON employees.employee_id = pay.employee_id
  LEFT JOIN canonical_staff AS staff ON staff.employee_id = pay.employee_id
  WHERE pay.period_end <= getvariable('as_of')
)
SELECT * EXCLUDE (is_owner)
FROM known
WHERE NOT is_owner AND role_group NOT IN ('physician', 'app');
