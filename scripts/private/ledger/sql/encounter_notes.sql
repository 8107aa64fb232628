-- Encounters of real patients that took place and say whether their note is signed, and the appointments that each is
-- of. By number first: the same encounter number, or the same appointment number; where neither tab has the other's
-- numbers, an encounter's own number is its appointment's (many systems give both the same), unless their patients
-- differ. Provider and day have to agree as well, because numbers begin anew with each provider. What no number finds is
-- found by patient, provider and day. Never by provider and day alone: that would be a guess.
CREATE OR REPLACE TABLE noted_encounters AS
SELECT
  row_number() OVER (ORDER BY tab, row_number) AS encounter,
  encounter_id, appt_id, patient_key, provider, service_date, note_signed, note_signed_at
FROM canonical_encounters
WHERE note_signed IS NOT NULL
  AND NOT coalesce(is_test, false)
  AND coalesce(visit_status, 'completed') NOT IN (
    'open_slot', 'blocked', 'no_show', 'cancelled', 'cancelled_late', 'rescheduled', 'left_unseen'
  );

CREATE OR REPLACE TABLE encounter_bookings AS
WITH booked AS (
  SELECT tab, row_number, appt_id, encounter_id, patient_key, provider, appt_date AS service_date
  FROM canonical_appointments
  WHERE status NOT IN ('open_slot', 'blocked')
),
by_number AS (
  SELECT noted.encounter, booked.tab, booked.row_number
  FROM noted_encounters AS noted
  JOIN booked USING (provider, service_date)
  WHERE noted.encounter_id = booked.encounter_id
    OR noted.appt_id = booked.appt_id
    OR (
      noted.appt_id IS NULL AND booked.encounter_id IS NULL AND noted.encounter_id = booked.appt_id
      AND coalesce(noted.patient_key = booked.patient_key, true)
    )
)
FROM by_number
UNION ALL
SELECT noted.encounter, booked.tab, booked.row_number
FROM noted_encounters AS noted
JOIN booked USING (provider, service_date, patient_key)
WHERE noted.encounter NOT IN (SELECT encounter FROM by_number);

-- A visit's note is signed once those of all its encounters are, on the day of the last.
CREATE OR REPLACE TABLE visit_notes AS
SELECT
  booking.counted_as,
  CASE
    WHEN bool_or(noted.note_signed = 'unsigned') THEN 'unsigned'
    WHEN bool_or(noted.note_signed = 'unknown') THEN 'unknown'
    ELSE 'signed'
  END AS note_signed,
  CASE WHEN bool_and(noted.note_signed_at IS NOT NULL) THEN max(noted.note_signed_at) END AS note_signed_at
FROM all_bookings AS booking
JOIN encounter_bookings USING (tab, row_number)
JOIN noted_encounters AS noted USING (encounter)
GROUP BY booking.counted_as;

-- Encounters win over the schedule's own columns. They are of the visit, so of the booking that it counts as alone.
CREATE OR REPLACE VIEW noted_bookings AS
SELECT
  booking.* REPLACE (
    CASE
      WHEN visit.counted_as IS NULL THEN booking.note_signed
      WHEN booking.booking = booking.counted_as THEN visit.note_signed
    END AS note_signed,
    CASE
      WHEN visit.counted_as IS NULL THEN booking.note_signed_at
      WHEN booking.booking = booking.counted_as THEN visit.note_signed_at
    END AS note_signed_at
  )
FROM timed_bookings AS booking
LEFT JOIN visit_notes AS visit ON visit.counted_as = booking.counted_as;
