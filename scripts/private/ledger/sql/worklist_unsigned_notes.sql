-- Completed bookings more than 3 days ago whose note is not signed, as the encounters of the visit have it, else the
-- schedule. The oldest first.
CREATE OR REPLACE TABLE worklist_unsigned_notes AS
SELECT
  row_number() OVER (
    ORDER BY booking.appt_date, booking.start_time NULLS LAST, booking.booking
  ) AS position,
  booking.tab, booking.row_number,
  getvariable('as_of') - booking.appt_date AS days,
  strftime(booking.appt_date, '%Y-%m-%d') AS appt_date,
  booking.start_time,
  booking.provider,
  given.location,
  booking.appt_id,
  booking.patient_key
FROM noted_bookings AS booking
JOIN canonical_appointments AS given USING (tab, row_number)
WHERE booking.status = 'completed'
  AND booking.note_signed = 'unsigned'
  AND getvariable('as_of') - booking.appt_date > 3;
