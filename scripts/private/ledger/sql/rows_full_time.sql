-- One row per known month for the practice, and one per location with pay. Clinical full-time equivalents count by
-- calendar days; as long as one of a provider is missing, none is told.
CREATE OR REPLACE VIEW rows_full_time AS
WITH providers AS (
  SELECT known.month, known.full_time_hours, day(last_day(known.month)) AS month_days,
    round(provider.clinical_fte * 100)::BIGINT AS fte,
    greatest(0, least(last_day(known.month), coalesce(provider."end", last_day(known.month)))
      - greatest(known.month, coalesce(provider.start, known.month)) + 1) AS days_here
  FROM known_months AS known
  CROSS JOIN canonical_providers AS provider
  WHERE NOT EXISTS (FROM canonical_providers WHERE clinical_fte IS NULL)
)
SELECT
  month, 'None given' AS location, 1 AS source_rows, full_time_hours, 0 AS provider_hours, 0 AS known_count
FROM known_months
UNION ALL
SELECT
  month, 'None given', 1, 0,
  (2 * fte * full_time_hours * days_here + 100 * month_days) // (200 * month_days),
  0
FROM providers
UNION ALL
SELECT DISTINCT known.month, paid.location, 1, 0, 0, 1
FROM known_months AS known
JOIN paid_hours AS paid ON paid.month = known.month;
