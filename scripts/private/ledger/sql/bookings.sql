-- Bookings of real patients before the first day that is not over, with dimensions that are never blank; open and
-- blocked slots are none. `booking` is the order of the source, `counted_as` the booking that it counts as:
-- several completed bookings of one patient with one provider on one day are one visit and count once, as
-- the earliest. Counted apart, the difference of completed bookings and visits would be the sum of a few
-- people. Without a patient key every booking is a visit.
CREATE OR REPLACE TABLE all_bookings AS
WITH booked AS (
  SELECT
    *,
    row_number() OVER (ORDER BY tab, row_number) AS booking,
    appt_date + try_cast(start_time AS TIME) AS starts_at
  FROM canonical_appointments
  WHERE appt_date < getvariable('first_open_day')
    AND NOT coalesce(is_test, false)
    AND status NOT IN ('open_slot', 'blocked')
)
SELECT
  booking,
  CASE WHEN status = 'completed' THEN first_value(booking) OVER (
    PARTITION BY
      provider, appt_date, patient_key, status = 'completed', CASE WHEN patient_key IS NULL THEN booking END
    ORDER BY start_time NULLS LAST, appt_id NULLS LAST, booking
  ) ELSE booking END AS counted_as,
  tab, row_number, appt_id, slot_id, patient_key, patients.person, appt_date, start_time, status,
  duration_min, booked_at, note_signed, note_signed_at, starts_at, checked_in_at, roomed_at, checked_out_at, provider,
  coalesce(location, 'None given') AS location,
  coalesce(payer_class, 'none_given') AS payer,
  coalesce(visit_group, 'unmapped') AS visit_type,
  coalesce(is_new_patient, visit_group = 'new', false) AS is_new_patient,
  coalesce(is_telehealth, visit_group = 'telehealth', false) AS is_telehealth,
  -- Nobody recorded what became of it.
  status IN ('scheduled', 'confirmed', 'checked_in', 'roomed') AS is_unresolved,
  status IN ('cancelled', 'cancelled_late') AS is_cancelled,
  -- Late is fewer hours before the start than the setting says; without a start only the status tells.
  status = 'cancelled_late' OR (
    status = 'cancelled'
    AND coalesce(cancelled_at > starts_at - to_minutes(getvariable('late_cancel_minutes')), false)
  ) AS is_cancelled_late
FROM booked
LEFT JOIN patients USING (patient_key);

CREATE OR REPLACE TABLE bookings AS
SELECT *
FROM all_bookings
WHERE booking = counted_as;

CREATE OR REPLACE VIEW visits AS
SELECT *
FROM bookings
WHERE status = 'completed';
