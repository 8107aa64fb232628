-- Patients by what they were at the end of the last calendar quarter that was over by a month's end: seen within 18 months
-- up to then; and, a year earlier, seen within the 18 months up to then, and again since. No row where the schedule does
-- not reach back so far, nor for months more than three years old. Visits without a patient's number are nobody's here.
CREATE OR REPLACE VIEW rows_panel AS
WITH months AS (
  SELECT
    month::DATE AS month,
    date_trunc('quarter', least(month + INTERVAL 1 MONTH, getvariable('first_open_day')))::DATE AS day_after
  FROM generate_series(
    date_trunc('month', getvariable('as_of')) - INTERVAL 35 MONTH,
    date_trunc('month', getvariable('as_of')),
    INTERVAL 1 MONTH
  ) AS series(month)
),
seen AS (
  SELECT DISTINCT person, date_trunc('month', appt_date)::DATE AS month
  FROM visits
  WHERE person IS NOT NULL
),
quarters AS (
  SELECT DISTINCT day_after, date_trunc('month', first)::DATE <= day_after - INTERVAL 30 MONTH AS is_long
  FROM months, (SELECT min(appt_date) AS first FROM bookings)
  WHERE date_trunc('month', first) <= day_after - INTERVAL 18 MONTH
),
standing AS (
  SELECT
    day_after, person,
    bool_or(month >= day_after - INTERVAL 18 MONTH) AS is_active,
    is_long AND bool_or(month < day_after - INTERVAL 12 MONTH) AS was_active,
    bool_or(month >= day_after - INTERVAL 12 MONTH) AS is_seen_since
  FROM quarters
  JOIN seen ON month < day_after AND month >= day_after - INTERVAL 30 MONTH
  GROUP BY day_after, is_long, person
)
SELECT
  month,
  person,
  1 AS source_rows,
  is_active::INTEGER AS active_count,
  was_active::INTEGER AS before_count,
  (was_active AND is_seen_since)::INTEGER AS returned_count
FROM standing
JOIN months USING (day_after)
WHERE is_active OR was_active;
