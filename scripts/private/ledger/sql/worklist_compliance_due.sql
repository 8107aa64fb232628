-- Licences, trainings and checks that are not done by the as-of date, and due before it or in the 90 days from it on. The
-- longest overdue first.
CREATE OR REPLACE TABLE worklist_compliance_due AS
SELECT
  row_number() OVER (ORDER BY due, kind, tab, row_number) AS position,
  tab, row_number,
  due - getvariable('as_of') AS days,
  strftime(due, '%Y-%m-%d') AS due,
  CASE WHEN due < getvariable('as_of') THEN 'overdue' ELSE 'due' END AS state,
  kind,
  item,
  holder
FROM due_items
WHERE (done IS NULL OR done > getvariable('as_of')) AND due - getvariable('as_of') <= 90;
