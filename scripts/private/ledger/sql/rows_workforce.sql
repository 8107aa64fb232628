-- One row per employee and month at whose end he or she is here; who leaves on the last day is not.
CREATE OR REPLACE VIEW rows_workforce AS
SELECT month, person, 1 AS source_rows, 1 AS month_end_count
FROM roster_months
JOIN roster
  ON (hire_date IS NULL OR hire_date <= month_end) AND (term_date IS NULL OR term_date > month_end);
