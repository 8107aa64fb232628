-- Staff who are neither providers nor owners, without temporary and contract staff, and the months in which they can
-- be counted: from the first in which the tab says that somebody left, as it may not list who left before. Whose date of
-- hire is blank was here before. A tab without dates of hire or without leavers tells nothing. Who was hired after the end
-- date came back: the tab kept the date of an earlier job.
CREATE OR REPLACE TABLE roster AS
SELECT
  employees.person, staff.hire_date,
  CASE WHEN staff.term_date < staff.hire_date THEN NULL ELSE staff.term_date END AS term_date
FROM canonical_staff AS staff
JOIN employees ON employees.employee_id = staff.employee_id
WHERE NOT coalesce(staff.is_owner, false)
  AND staff.role_group NOT IN ('physician', 'app')
  AND coalesce(staff.employment, '') NOT IN ('temp', 'contract')
  AND (staff.hire_date IS NULL OR staff.hire_date <= getvariable('as_of'))
  AND EXISTS (FROM canonical_staff WHERE hire_date IS NOT NULL);

CREATE OR REPLACE TABLE roster_months AS
WITH months AS (
  SELECT unnest(generate_series(
    date_trunc('month', min(term_date)), date_trunc('month', getvariable('as_of')), INTERVAL 1 MONTH
  ))::DATE AS month
  FROM roster
  WHERE term_date <= getvariable('as_of')
)
SELECT month, least(last_day(month), getvariable('as_of')) AS month_end
FROM months;
