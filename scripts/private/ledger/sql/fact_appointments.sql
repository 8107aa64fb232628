CREATE OR REPLACE TABLE fact_appointments AS
SELECT
  date_trunc('month', appt_date)::DATE AS month,
  provider, location, payer, visit_type,
  count(*) AS booked_count,
  count(*) FILTER (status = 'completed') AS kept_count,
  count(*) FILTER (status = 'no_show') AS no_show_count,
  count(*) FILTER (is_cancelled) AS cancelled_count,
  count(*) FILTER (is_cancelled AND is_by_practice) AS cancelled_by_practice_count,
  count(*) FILTER (is_cancelled_late) AS late_cancelled_count,
  count(*) FILTER (status = 'rescheduled') AS rescheduled_count,
  count(*) FILTER (is_unresolved) AS unresolved_count
FROM bookings
GROUP BY ALL;
