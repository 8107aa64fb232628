-- One row per claim, by the month in which it was first sent.
CREATE OR REPLACE VIEW rows_claims AS
SELECT
  date_trunc('month', submitted_date)::DATE AS month,
  person,
  1 AS source_rows,
  1 AS submitted_count,
  is_checked::INTEGER AS checked_count,
  is_clean::INTEGER AS clean_count,
  is_first_pass::INTEGER AS first_pass_count
FROM claim_lines;
