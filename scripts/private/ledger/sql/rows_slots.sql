-- One row per slot, from the slots tab if there is one, else from a schedule that lists its open slots, for the
-- providers who have such: of the others it says what was booked, not what could have been. Who has slots in neither has
-- those of his template (template_slots.sql). Without any there
-- is no denominator, so there are no rows. Where somebody has bookings, a row without a slot says that his slots there
-- would be needed: without them the sum is not known.
CREATE OR REPLACE VIEW rows_slots AS
WITH from_tab AS (
  SELECT slot_date AS day, provider, coalesce(location, 'None given') AS location
  FROM canonical_slots
  WHERE slot_date < getvariable('first_open_day')
),
from_schedule AS (
  SELECT appt_date AS day, provider, min(coalesce(location, 'None given')) AS location
  FROM canonical_appointments
  WHERE appt_date < getvariable('first_open_day')
    AND NOT coalesce(is_test, false)
    AND status <> 'blocked'
    AND NOT EXISTS (FROM canonical_slots)
    AND provider IN (SELECT provider FROM canonical_appointments WHERE status = 'open_slot')
  GROUP BY appt_date, provider, start_time
),
from_template AS (
  SELECT day, provider, location FROM template_slots WHERE day < getvariable('first_open_day')
),
slots AS (FROM from_tab UNION ALL FROM from_schedule UNION ALL FROM from_template),
filling AS (
  SELECT DISTINCT date_trunc('month', appt_date)::DATE AS month, provider, location
  FROM bookings
  WHERE status IN ('completed', 'no_show') OR is_unresolved
)
SELECT date_trunc('month', day)::DATE AS month, provider, location, 1 AS source_rows, 1 AS slot_count
FROM slots
UNION ALL
SELECT month, provider, location, 0 AS source_rows, 0 AS slot_count
FROM filling
WHERE EXISTS (FROM slots);
