-- The headcount again, and who left; of each hire, in the month in which the first 90 days end, whether he or she
-- stayed them.
CREATE OR REPLACE VIEW rows_turnover AS
WITH leavers AS (
  SELECT date_trunc('month', term_date)::DATE AS month
  FROM roster
  WHERE term_date <= getvariable('as_of')
),
hires AS (
  SELECT
    date_trunc('month', hire_date + 90)::DATE AS month,
    coalesce(term_date <= hire_date + 90, false)::INTEGER AS lost_count
  FROM roster
  WHERE hire_date + 90 <= getvariable('as_of')
)
SELECT
  month, 1 AS source_rows,
  month_end_count AS employed_count, 0 AS left_count, 0 AS hired_count, 0 AS lost_count
FROM rows_workforce
UNION ALL
SELECT month, 1, 0, 1, 0, 0
FROM leavers
UNION ALL
SELECT month, 1, 0, 0, 1, lost_count
FROM hires
WHERE month IN (SELECT month FROM roster_months);
