-- One row per booking. A booking entered after the day itself (walk-ins typed in later, typos) says
-- nothing of lead time, nor does one without the day of booking.
CREATE OR REPLACE VIEW rows_lead_times AS
SELECT
  date_trunc('month', appt_date)::DATE AS month,
  CASE WHEN appt_date >= booked_at::DATE THEN least(appt_date - booked_at::DATE, 91) ELSE 92 END AS lag_days,
  person,
  1 AS source_rows,
  1 AS appointment_count
FROM bookings;
