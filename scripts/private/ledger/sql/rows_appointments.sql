-- One row per booking. A booking entered after the day itself (walk-ins typed in later, typos) says nothing
-- of lead time, nor does one without the day of booking: 92.
CREATE OR REPLACE VIEW rows_appointments AS
WITH started AS (
  SELECT *, hour(try_cast(start_time AS TIME)) AS start_hour
  FROM bookings
)
SELECT
  date_trunc('month', appt_date)::DATE AS month,
  provider, location, payer, visit_type,
  strftime(appt_date, '%a') AS weekday,
  CASE WHEN start_hour IS NULL THEN 'not_given' WHEN start_hour < 12 THEN 'morning' ELSE 'afternoon' END AS day_part,
  CASE WHEN appt_date >= booked_at::DATE THEN least(appt_date - booked_at::DATE, 91) ELSE 92 END AS lag_days,
  person,
  1 AS source_rows,
  1 AS booked_count,
  (status = 'completed')::INTEGER AS visit_count,
  (status = 'no_show')::INTEGER AS no_show_count,
  is_cancelled::INTEGER AS cancelled_count,
  is_cancelled_late::INTEGER AS late_cancelled_count,
  is_unresolved::INTEGER AS unresolved_count,
  (status = 'completed' AND is_new_patient)::INTEGER AS new_patient_visit_count,
  (status = 'completed' AND is_telehealth)::INTEGER AS telehealth_visit_count
FROM started;
