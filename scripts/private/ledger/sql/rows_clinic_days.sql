-- One row per provider and day; it belongs to the site with most of the day's visits, the first by name
-- on a tie.
CREATE OR REPLACE VIEW rows_clinic_days AS
WITH sites AS (
  SELECT appt_date, provider, location, count(*) AS visit_count
  FROM visits
  GROUP BY ALL
),
days AS (
  SELECT appt_date, provider, location
  FROM sites
  QUALIFY row_number() OVER (PARTITION BY appt_date, provider ORDER BY visit_count DESC, location) = 1
)
SELECT date_trunc('month', appt_date)::DATE AS month, provider, location, 1 AS source_rows, 1 AS clinic_day_count
FROM days;
