-- One row per position, in weekly hours, and month end from the first opening on; none while there are fewer than five positions. A
-- position counts from the day it first opened, or always if a row of it has no such day; its latest opening by then
-- says how large it is and whether it is open.
CREATE OR REPLACE VIEW rows_positions AS
WITH approved AS (
  SELECT position_id, opened, filled, round(fte * getvariable('full_week'))::BIGINT AS weekly_hours
  FROM canonical_positions
  WHERE coalesce(status, 'open') <> 'frozen'
    AND (opened IS NULL OR opened <= getvariable('as_of'))
),
months AS (
  SELECT unnest(generate_series(
    date_trunc('month', min(opened)), date_trunc('month', getvariable('as_of')), INTERVAL 1 MONTH
  ))::DATE AS month
  FROM approved
),
latest AS (
  SELECT
    month, position_id,
    arg_max(weekly_hours, coalesce(opened, DATE '0001-01-01')) AS weekly_hours,
    arg_max(
      opened IS NOT NULL AND (filled IS NULL OR filled > least(last_day(month), getvariable('as_of'))),
      coalesce(opened, DATE '0001-01-01')
    ) AS is_open
  FROM months
  JOIN approved ON opened IS NULL OR opened <= least(last_day(month), getvariable('as_of'))
  GROUP BY month, position_id
)
SELECT
  month, 1 AS source_rows,
  CASE WHEN is_open THEN weekly_hours ELSE 0 END AS open_hours,
  weekly_hours AS approved_hours
FROM latest
QUALIFY count(*) OVER (PARTITION BY month) >= 5;
