CREATE OR REPLACE TABLE fact_appointment_hours AS
SELECT
  date_trunc('quarter', appt_date)::DATE AS month,
  strftime(appt_date, '%a') AS weekday,
  hour(try_cast(start_time AS TIME)) AS hour,
  count(*) AS booked_count,
  count(*) FILTER (status = 'completed') AS kept_count,
  count(*) FILTER (status = 'no_show') AS no_show_count
FROM bookings
WHERE try_cast(start_time AS TIME) IS NOT NULL
GROUP BY ALL;
