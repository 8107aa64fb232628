-- One row per booking.
CREATE OR REPLACE VIEW rows_appointment_times AS
WITH started AS (
  SELECT *, hour(try_cast(start_time AS TIME)) AS start_hour
  FROM bookings
)
SELECT
  date_trunc('quarter', appt_date)::DATE AS month,
  strftime(appt_date, '%a') AS weekday,
  CASE WHEN start_hour IS NULL THEN 'not_given' WHEN start_hour < 12 THEN 'morning' ELSE 'afternoon' END AS day_part,
  person,
  1 AS source_rows,
  1 AS booked_count,
  (status = 'completed')::INTEGER AS visit_count,
  (status = 'no_show')::INTEGER AS no_show_count
FROM started;
