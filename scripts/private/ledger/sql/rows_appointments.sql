-- One row per booking.
CREATE OR REPLACE VIEW rows_appointments AS
SELECT
  date_trunc('month', appt_date)::DATE AS month,
  provider, location, payer, visit_type,
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
FROM bookings;
