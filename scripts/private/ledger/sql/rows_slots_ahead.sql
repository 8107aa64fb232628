-- One row per slot of the days of rows_bookings_ahead.sql: from the slots tab if there is one, else from a schedule that
-- lists open slots, for the providers of whom it ever lists one; of others from their template. Seven days in which somebody has bookings and no slots
-- have a single row without a slot: of them, and so of all days, the sum is not known.
CREATE OR REPLACE VIEW rows_slots_ahead AS
WITH slots AS (
  SELECT week_ahead_of(slot_date) AS week_ahead, provider
  FROM canonical_slots
  WHERE slot_date >= getvariable('first_open_day') AND slot_date < getvariable('first_open_day') + 28
  UNION ALL
  SELECT any_value(week_ahead) AS week_ahead, provider
  FROM days_ahead
  WHERE NOT EXISTS (FROM canonical_slots)
    AND provider IN (SELECT provider FROM canonical_appointments WHERE status = 'open_slot')
  GROUP BY day, provider, start_time
  UNION ALL
  SELECT week_ahead_of(day) AS week_ahead, provider
  FROM template_slots
  WHERE day >= getvariable('first_open_day')
),
unknown AS (
  SELECT DISTINCT week_ahead
  FROM coming_bookings
  WHERE (week_ahead, provider) NOT IN (SELECT (week_ahead, provider) FROM slots)
)
SELECT month_before_ahead() AS month, week_ahead, 1 AS source_rows, 1 AS coming_slot_count
FROM slots
WHERE week_ahead NOT IN (FROM unknown)
UNION ALL
SELECT month_before_ahead() AS month, week_ahead, 0 AS source_rows, 0 AS coming_slot_count
FROM unknown
WHERE EXISTS (FROM slots);
