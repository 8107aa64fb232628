-- One row per session of the fourteen days from the first that is not over, in the month of rows_bookings_ahead.sql.
CREATE OR REPLACE VIEW rows_coverage_ahead AS
SELECT
  month_before_ahead() AS month, role_group, 1 AS source_rows,
  1 AS coming_session_count, is_covered::INTEGER AS coming_covered_count
FROM counted_sessions
WHERE period = DATE '9999-01-01';
