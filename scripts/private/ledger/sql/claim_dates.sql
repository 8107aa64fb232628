-- Claims by both of their dates: what `claims` adds up by month of submission, and `claim_answers` by month of the first
-- answer. `line` is one more than the bits of `claimMarks`. Only for the audit; nothing of it is published.
CREATE OR REPLACE TABLE claim_dates AS
SELECT
  1 + is_first_pass::INTEGER + 2 * is_clean::INTEGER + 4 * is_checked::INTEGER + 8 * is_denied::INTEGER
    + 16 * is_resolved::INTEGER + 32 * is_overturned::INTEGER + 64 * is_written_off::INTEGER
    + 128 * is_never_worked::INTEGER AS line,
  strftime(date_trunc('month', submitted_date), '%Y-%m') AS served,
  strftime(date_trunc('month', answered_date), '%Y-%m') AS posted,
  person,
  count(*) AS source_rows,
  count(*) AS cents
FROM claim_lines
GROUP BY ALL;
