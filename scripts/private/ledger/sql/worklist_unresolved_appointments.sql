-- Past bookings without an outcome, the numerator of metric unresolved_appointments. The oldest first.
CREATE OR REPLACE TABLE worklist_unresolved_appointments AS
SELECT
  row_number() OVER (
    ORDER BY booking.appt_date, booking.start_time NULLS LAST, booking.booking
  ) AS position,
  booking.tab, booking.row_number,
  getvariable('as_of') - booking.appt_date AS days,
  strftime(booking.appt_date, '%Y-%m-%d') AS appt_date,
  booking.start_time,
  booking.status,
  booking.provider,
  given.location,
  coalesce(given.payer, nullif(given.payer_class, 'none_given')) AS payer,
  booking.appt_id,
  booking.patient_key
FROM bookings AS booking
JOIN canonical_appointments AS given USING (tab, row_number)
WHERE booking.is_unresolved;
