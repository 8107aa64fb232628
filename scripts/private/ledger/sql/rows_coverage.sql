-- One row per session before the first day that is not over.
CREATE OR REPLACE VIEW rows_coverage AS
SELECT
  period AS month, role_group, day_part, 1 AS source_rows,
  1 AS session_count, is_covered::INTEGER AS covered_count
FROM counted_sessions
WHERE period < DATE '9999-01-01';
