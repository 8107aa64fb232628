-- One row per slot, from the slots tab if there is one, else from a schedule that lists its open slots.
-- Without either there is no denominator, so there are no rows. A slot is the patient's who kept it, else
-- the first one's who holds it; an open one is nobody's.
CREATE OR REPLACE VIEW rows_slots AS
WITH schedule AS (
  SELECT
    provider, slot_id, appt_date, start_time, status,
    coalesce(location, 'None given') AS location,
    patients.person,
    row_number() OVER (ORDER BY status <> 'completed', tab, row_number) AS precedence,
    status NOT IN ('open_slot', 'blocked', 'cancelled', 'cancelled_late', 'rescheduled') AS is_live
  FROM canonical_appointments
  LEFT JOIN patients USING (patient_key)
  WHERE appt_date < getvariable('first_open_day') AND NOT coalesce(is_test, false)
),
slot_use AS (
  SELECT
    provider, slot_id,
    bool_or(is_live) AS is_booked,
    bool_or(status = 'completed') AS is_kept,
    arg_min(person, precedence) FILTER (is_live AND person IS NOT NULL) AS person
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
    coalesce(slot_use.is_kept, false) AS is_kept,
    slot_use.person
  FROM canonical_slots AS slot
  LEFT JOIN slot_use ON slot_use.provider = slot.provider AND slot_use.slot_id = slot.slot_id
  WHERE slot.slot_date < getvariable('first_open_day')
),
from_schedule AS (
  SELECT
    appt_date AS day,
    provider,
    min(location) AS location,
    bool_or(is_live) AS is_booked,
    bool_or(status = 'completed') AS is_kept,
    arg_min(person, precedence) FILTER (is_live AND person IS NOT NULL) AS person
  FROM schedule
  WHERE status <> 'blocked'
    AND NOT EXISTS (FROM canonical_slots)
    AND EXISTS (FROM canonical_appointments WHERE status = 'open_slot')
  GROUP BY appt_date, provider, start_time
)
SELECT
  date_trunc('month', day)::DATE AS month,
  provider, location,
  person,
  1 AS source_rows,
  1 AS slot_count,
  is_booked::INTEGER AS booked_slot_count,
  is_kept::INTEGER AS kept_slot_count
FROM (FROM from_tab UNION ALL FROM from_schedule);
