-- One row per slot, from the slots tab if there is one, else from a schedule that lists its open slots.
-- Without either there is no denominator, so there are no rows.
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
    AND EXISTS (FROM canonical_appointments WHERE status = 'open_slot')
  GROUP BY appt_date, provider, start_time
)
SELECT
  date_trunc('month', day)::DATE AS month,
  provider, location,
  1 AS source_rows,
  1 AS slot_count
FROM (FROM from_tab UNION ALL FROM from_schedule);
