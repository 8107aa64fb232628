-- Payroll lines of the payroll tabs and of summaries, with the fields of the payroll contract.
-- A summary row becomes up to three lines. They add up to its gross where it has one: regular pay that
-- is blank is gross less the rest; a rest that no column explains is other pay. Blank stays blank.
CREATE VIEW canonical_payroll AS
WITH parts AS (
  SELECT
    *,
    CASE
      WHEN regular_amount IS NOT NULL OR gross_amount IS NULL THEN regular_amount
      ELSE gross_amount - coalesce(overtime_amount, 0) - coalesce(other_amount, 0)
    END AS regular_part,
    CASE
      WHEN regular_amount IS NULL OR gross_amount IS NULL THEN other_amount
      ELSE nullif(gross_amount - regular_amount - coalesce(overtime_amount, 0), 0)
    END AS other_part
  FROM settled_payroll_summary
),
lines AS (
  SELECT
    *, 1 AS piece, 'regular' AS earning_code, regular_hours AS hours, regular_part AS amount,
    employer_taxes AS line_taxes, employer_benefits AS line_benefits
  FROM parts
  UNION ALL
  SELECT *, 2, 'overtime', overtime_hours, overtime_amount, NULL, NULL FROM parts
  UNION ALL
  SELECT *, 3, 'other', NULL, other_part, NULL, NULL FROM parts
)
SELECT *, 1 AS piece
FROM settled_payroll
UNION ALL BY NAME
SELECT
  tab, row_number, piece, employee_id, role_group, location, period_start, period_end,
  coalesce(pay_date, period_end) AS pay_date,
  earning_code, hours, amount,
  line_taxes AS employer_taxes,
  line_benefits AS employer_benefits,
  is_owner
FROM lines
WHERE hours IS NOT NULL OR amount IS NOT NULL OR line_taxes IS NOT NULL OR line_benefits IS NOT NULL;
