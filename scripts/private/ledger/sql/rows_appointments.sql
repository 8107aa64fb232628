-- One row per booking. A booking entered after the day itself (walk-ins typed in later, typos) says nothing
-- of lead time, nor does one without the day of booking: 92. Waiting begins at the booked start, or on arrival if that is
-- later; who is roomed before the start has not waited. Moments of another day, against the order of things or more than
-- eight hours apart were clicked later or never: 999. A note is unsigned if nobody signed it up to the as-of date.
CREATE OR REPLACE VIEW rows_appointments AS
WITH started AS (
  SELECT
    *,
    hour(try_cast(start_time AS TIME)) AS start_hour,
    status = 'completed' AS is_visit,
    CASE
      WHEN checked_in_at::DATE = appt_date AND roomed_at::DATE = appt_date
        AND roomed_at BETWEEN checked_in_at AND checked_in_at + INTERVAL 8 HOUR
      THEN greatest(0, date_diff('second', greatest(checked_in_at, coalesce(starts_at, checked_in_at)), roomed_at))
    END AS wait_seconds,
    CASE
      WHEN checked_in_at::DATE = appt_date AND checked_out_at::DATE = appt_date
        AND checked_out_at > checked_in_at AND checked_out_at <= checked_in_at + INTERVAL 8 HOUR
      THEN date_diff('second', checked_in_at, checked_out_at)
    END AS cycle_seconds,
    CASE
      WHEN note_signed_at::DATE BETWEEN appt_date AND getvariable('as_of') THEN note_signed_at::DATE - appt_date
    END AS sign_days,
    note_signed = 'unsigned' OR coalesce(note_signed_at::DATE > getvariable('as_of'), false) AS is_unsigned
  FROM noted_bookings
  WHERE booking = counted_as
)
SELECT
  date_trunc('month', appt_date)::DATE AS month,
  provider, location, payer, visit_type,
  strftime(appt_date, '%a') AS weekday,
  CASE WHEN start_hour IS NULL THEN 'not_given' WHEN start_hour < 12 THEN 'morning' ELSE 'afternoon' END AS day_part,
  CASE WHEN appt_date >= booked_at::DATE THEN least(appt_date - booked_at::DATE, 91) ELSE 92 END AS lag_days,
  CASE WHEN is_visit AND sign_days IS NOT NULL THEN least(sign_days, 31) ELSE 92 END AS sign_lag_days,
  CASE WHEN is_visit AND wait_seconds IS NOT NULL THEN least((wait_seconds + 299) // 300 * 5, 95) ELSE 999 END AS wait_minutes,
  CASE WHEN is_visit AND cycle_seconds IS NOT NULL THEN least((cycle_seconds + 299) // 300 * 5, 185) ELSE 999 END AS cycle_minutes,
  person,
  1 AS source_rows,
  1 AS booked_count,
  is_visit::INTEGER AS visit_count,
  (status = 'no_show')::INTEGER AS no_show_count,
  is_cancelled::INTEGER AS cancelled_count,
  is_cancelled_late::INTEGER AS late_cancelled_count,
  is_unresolved::INTEGER AS unresolved_count,
  (is_visit AND is_new_patient)::INTEGER AS new_patient_visit_count,
  (is_visit AND is_telehealth)::INTEGER AS telehealth_visit_count,
  (is_visit AND coalesce(note_signed IN ('signed', 'unsigned'), false))::INTEGER AS noted_visit_count,
  (is_visit AND coalesce(note_signed IN ('signed', 'unsigned') AND is_unsigned, false))::INTEGER AS unsigned_note_count,
  CASE WHEN status = 'no_show' THEN coalesce(round(duration_min), 0) ELSE 0 END::INTEGER AS no_show_minutes
FROM started;
