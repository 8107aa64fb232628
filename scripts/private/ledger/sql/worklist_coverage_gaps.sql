-- Sessions of the fourteen days to come with fewer hours on the roster than are needed, the next first; the row is the
-- first of the rules that ask for somebody.
CREATE OR REPLACE TABLE worklist_coverage_gaps AS
SELECT
  row_number() OVER (ORDER BY day, day_part DESC, role_group, location) AS position,
  tab, row_number,
  strftime(day, '%Y-%m-%d') AS day,
  strftime(day, '%A') AS weekday,
  day_part, replace(role_group, '_', ' ') AS role_group,
  nullif(location, 'None given') AS location,
  -- Hundredths of minutes to hundredths of hours, the shortage to the next above.
  round(needed / 60)::BIGINT AS needed_hours,
  round(rostered / 60)::BIGINT AS rostered_hours,
  ceil((needed - rostered) / 60)::BIGINT AS short_hours
FROM clinic_sessions
WHERE period = DATE '9999-01-01' AND NOT is_covered;
