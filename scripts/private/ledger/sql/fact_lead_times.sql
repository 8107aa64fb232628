-- A booking entered after the day itself (walk-ins typed in later, typos) says nothing of lead time.
CREATE OR REPLACE TABLE fact_lead_times AS
SELECT
  date_trunc('month', appt_date)::DATE AS month,
  provider, location, payer, visit_type,
  least(appt_date - booked_at::DATE, 91) AS lag_days,
  count(*) AS appointment_count
FROM bookings
WHERE appt_date >= booked_at::DATE
GROUP BY ALL;
