-- One row per booking of the 28 days from the first day that is not over, of real patients, that was neither cancelled
-- nor moved; in the last month that ended before that day, so that a page which ends with a closed month has it. Slots
-- of the same days, and how the days are told apart, are in rows_slots_ahead.sql.
CREATE OR REPLACE MACRO month_before_ahead() AS
  (date_trunc('month', getvariable('first_open_day')) - INTERVAL 1 MONTH)::DATE;

CREATE OR REPLACE MACRO week_ahead_of(day) AS
  ['1-7', '8-14', '15-21', '22-28'][(day - getvariable('first_open_day')) // 7 + 1];

CREATE OR REPLACE VIEW days_ahead AS
SELECT
  appt_date AS day, week_ahead_of(appt_date) AS week_ahead, provider, start_time, status, patient_key
FROM canonical_appointments
WHERE appt_date >= getvariable('first_open_day')
  AND appt_date < getvariable('first_open_day') + 28
  AND NOT coalesce(is_test, false)
  AND status <> 'blocked';

CREATE OR REPLACE VIEW coming_bookings AS
FROM days_ahead
WHERE status IN ('scheduled', 'confirmed', 'checked_in', 'roomed', 'completed', 'no_show');

CREATE OR REPLACE VIEW rows_bookings_ahead AS
SELECT month_before_ahead() AS month, week_ahead, patients.person, 1 AS source_rows, 1 AS coming_count
FROM coming_bookings
LEFT JOIN patients USING (patient_key);
