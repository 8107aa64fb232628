-- One row per claim that a payer has answered, by the month of the first answer. Claims that were not denied have no
-- reason: 'none', which no table shows.
CREATE OR REPLACE VIEW rows_claim_answers AS
SELECT
  date_trunc('month', answered_date)::DATE AS month,
  payer, denial_category,
  person,
  1 AS source_rows,
  1 AS answered_count,
  is_denied::INTEGER AS denied_count,
  is_resolved::INTEGER AS resolved_count,
  is_overturned::INTEGER AS overturned_count,
  is_written_off::INTEGER AS written_off_count,
  is_never_worked::INTEGER AS never_worked_count
FROM claim_lines
WHERE answered_date IS NOT NULL;
