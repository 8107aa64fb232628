-- A provider's day belongs to the site with most of its visits, the first by name on a tie.
CREATE OR REPLACE TABLE fact_clinic_days AS
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
SELECT date_trunc('month', appt_date)::DATE AS month, provider, location, count(*) AS clinic_day_count
FROM days
GROUP BY ALL;
