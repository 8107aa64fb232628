-- One row per charge line whose work RVUs are known, by month of service.
CREATE OR REPLACE VIEW rows_work_rvus AS
SELECT
  date_trunc('month', service_date)::DATE AS month,
  provider, person,
  1 AS source_rows,
  wrvu_hundredths
FROM wrvu_lines
WHERE wrvu_hundredths IS NOT NULL;
