-- Times of bookings out of the log of their status changes. A change is of the booking of the same patient, day, start and
-- provider; nothing less tells it, and several such bookings are one visit. The arrival is the first (or the schedule's
-- own), the room the first change after it, leaving the last after it: a status that was set by mistake is set anew. What
-- was logged on another day says nothing of the visit.
CREATE OR REPLACE TABLE booking_changes AS
SELECT
  booking.booking, booking.checked_in_at, change.status, change.logged_at, change.tab, change.row_number,
  -- Before the arrival nobody is roomed or leaves.
  coalesce(booking.checked_in_at, min(change.logged_at) FILTER (
    WHERE change.status = 'checked_in' AND change.logged_at::DATE = booking.appt_date
  ) OVER (PARTITION BY booking.booking)) AS arrived_at,
  change.logged_at::DATE = booking.appt_date AS is_of_its_day
FROM all_bookings AS booking
JOIN canonical_wait_log AS change USING (patient_key, provider, appt_date, start_time);

CREATE OR REPLACE TABLE logged_times AS
SELECT
  booking,
  min(arrived_at) AS arrived_at,
  min(logged_at) FILTER (WHERE status = 'roomed' AND coalesce(logged_at >= arrived_at, true)) AS roomed_at,
  max(logged_at) FILTER (WHERE status = 'completed' AND coalesce(logged_at >= arrived_at, true)) AS left_at
FROM booking_changes
WHERE is_of_its_day
GROUP BY booking;

-- A booking's own times win.
CREATE OR REPLACE VIEW timed_bookings AS
SELECT
  booking.* REPLACE (
    coalesce(booking.checked_in_at, logged.arrived_at) AS checked_in_at,
    coalesce(booking.roomed_at, logged.roomed_at) AS roomed_at,
    coalesce(booking.checked_out_at, logged.left_at) AS checked_out_at
  )
FROM all_bookings AS booking
LEFT JOIN logged_times AS logged USING (booking);
