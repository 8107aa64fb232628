-- One row per slot of providers whose slots only their weekly template tells, up to 28 days ahead: as many as slots of
-- that length fit between start and end, less what is blocked. A template holds from its day until the next one of that
-- provider and weekday; a dated session stands in the place of all of the weekday's that day. Who has slots in the slots
-- tab has none from a template, nor who has open slots in a schedule that stands for it. A template knows no holidays:
-- of days that are over, a weekday's sessions count only if the provider has a booking that fills a slot. Days to come
-- all count, because an empty one is what is asked about; a dated session that is blocked throughout closes one.
CREATE OR REPLACE TABLE template_slots AS
WITH sessions AS (
  SELECT
    provider, coalesce(location, 'None given') AS location, template_date,
    CASE WHEN template_date IS NULL THEN weekday END AS weekday,
    coalesce(effective_from, DATE '0001-01-01') AS effective_from,
    greatest(0, floor((
      date_diff('minute', try_cast(start_time AS TIME), try_cast(end_time AS TIME)) - coalesce(blocked_min, 0)
    ) / slot_min))::INTEGER AS slots
  FROM canonical_templates
  WHERE provider NOT IN (SELECT provider FROM canonical_slots)
    AND (
      EXISTS (FROM canonical_slots)
      OR provider NOT IN (SELECT provider FROM canonical_appointments WHERE status = 'open_slot')
    )
),
versions AS (
  SELECT
    provider, weekday, effective_from,
    lead(effective_from, 1, DATE '9999-12-31') OVER (PARTITION BY provider, weekday ORDER BY effective_from) AS until
  FROM (SELECT DISTINCT provider, weekday, effective_from FROM sessions WHERE weekday IS NOT NULL)
),
days AS (
  SELECT DISTINCT provider, appt_date AS day
  FROM bookings
  WHERE status IN ('completed', 'no_show') OR is_unresolved
  UNION ALL
  SELECT provider, getvariable('first_open_day') + later::INTEGER AS day
  FROM (SELECT DISTINCT provider FROM versions), range(28) AS ahead(later)
),
weekly AS (
  SELECT days.day, days.provider, sessions.location, sessions.slots
  FROM days
  JOIN versions
    ON versions.provider = days.provider AND versions.weekday = strftime(days.day, '%a')
    AND days.day >= versions.effective_from AND days.day < versions.until
  JOIN sessions
    ON sessions.provider = versions.provider AND sessions.weekday = versions.weekday
    AND sessions.effective_from = versions.effective_from
  WHERE (days.provider, days.day) NOT IN (
    SELECT (provider, template_date) FROM sessions WHERE template_date IS NOT NULL
  )
),
dated AS (
  SELECT template_date AS day, provider, location, slots
  FROM sessions
  WHERE template_date < getvariable('first_open_day') + 28
)
SELECT day, provider, location
FROM (FROM weekly UNION ALL FROM dated), unnest(range(slots));
