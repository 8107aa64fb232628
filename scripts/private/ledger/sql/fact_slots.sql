-- From the slots tab if there is one, else from a schedule that lists its open slots. Without either
-- there is no denominator, so there are no rows.
CREATE OR REPLACE TABLE fact_slots AS
WITH schedule AS (
  SELECT
    provider, slot_id, appt_date, start_time, status,
    coalesce(location, 'None given') AS location,
    status NOT IN ('open_slot', 'blocked', 'cancelled', 'cancelled_late', 'rescheduled') AS is_live
  FROM canonical_appointments
  WHERE appt_date < getvariable('as_of') AND NOT coalesce(is_test, false)
),
slot_use AS (
  SELECT provider, slot_id, bool_or(is_live) AS is_booked, bool_or(status = 'completed') AS is_kept
  FROM schedule
  WHERE slot_id IS NOT NULL
  GROUP BY ALL
),
from_tab AS (
  SELECT
    slot.slot_date AS day,
    slot.provider,
    coalesce(slot.location, 'None given') AS location,
    coalesce(slot_use.is_booked, false) AS is_booked,
    coalesce(slot_use.is_kept, false) AS is_kept
  FROM canonical_slots AS slot
  LEFT JOIN slot_use ON slot_use.provider = slot.provider AND slot_use.slot_id = slot.slot_id
  WHERE slot.slot_date < getvariable('as_of')
),
from_schedule AS (
  SELECT
    appt_date AS day,
    provider,
    min(location) AS location,
    bool_or(is_live) AS is_booked,
    bool_or(status = 'completed') AS is_kept
  FROM schedule
  WHERE status <> 'blocked'
    AND NOT EXISTS (FROM canonical_slots)
    AND EXISTS (FROM canonical_appointments WHERE status = 'open_slot')
  GROUP BY appt_date, provider, start_time
)
SELECT
  date_trunc('month', day)::DATE AS month,
  provider, location,
  count(*) AS slot_count,
  count(*) FILTER (is_booked) AS booked_slot_count,
  count(*) FILTER (is_kept) AS kept_slot_count
FROM (FROM from_tab UNION ALL FROM from_schedule)
GROUP BY ALL;
