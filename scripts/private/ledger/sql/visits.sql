-- Visits: one patient, one provider, one day, completed. The earliest completed booking gives the
-- dimensions; without a patient key every booking is a visit.
CREATE OR REPLACE TABLE visits AS
SELECT *
FROM bookings
WHERE status = 'completed'
QUALIFY row_number() OVER (
  PARTITION BY provider, appt_date, patient_key, CASE WHEN patient_key IS NULL THEN booking END
  ORDER BY start_time NULLS LAST, appt_id NULLS LAST, booking
) = 1;
