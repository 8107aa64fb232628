-- Month totals beside the lines of the same months, where a practice has both: one row per closed month that the totals
-- tell. Differences are totals less lines, in cents; null where the totals say nothing, or no line is of that month.
CREATE OR REPLACE VIEW totals_check AS
WITH posted AS (
  SELECT month, sum(charge_cents) AS charge_cents, 0 AS net_payment_cents, 0 AS adjustment_cents
  FROM fact_charges
  GROUP BY month
  UNION ALL
  SELECT month, 0, sum(net_payment_cents), sum(adjustment_cents)
  FROM fact_transactions
  GROUP BY month
),
lines AS (
  SELECT
    month,
    sum(charge_cents) AS charge_cents,
    sum(net_payment_cents) AS net_payment_cents,
    sum(adjustment_cents) AS adjustment_cents
  FROM posted
  GROUP BY month
)
SELECT
  strftime(total.month, '%Y-%m') AS month,
  lines.month IS NOT NULL AS has_lines,
  total.charge_cents IS NOT NULL AND total.net_payment_cents IS NOT NULL AND total.adjustment_cents IS NOT NULL AS is_whole,
  least(total.charge_rows, total.payment_rows) AS stated_rows,
  (total.charge_cents - lines.charge_cents)::BIGINT AS charge_cents,
  (total.net_payment_cents - lines.net_payment_cents)::BIGINT AS net_payment_cents,
  (total.adjustment_cents - lines.adjustment_cents)::BIGINT AS adjustment_cents
FROM billing_totals_all AS total
LEFT JOIN lines ON lines.month = total.month
WHERE last_day(total.month) < getvariable('as_of');
