-- The control of K04, one row per month: those whose aging report, and that of the month before, are
-- there. Month totals must have charges, payments and adjustments. Reversals and refunds are in the net payments, unapplied
-- payments in both balances.
CREATE OR REPLACE VIEW rows_reconciliation AS
WITH closings AS (
  SELECT month, sum(balance_cents) AS closing_cents
  FROM reported_receivables
  GROUP BY month
),
flows AS (
  SELECT month, charge_cents, 0 AS net_payment_cents, 0 AS adjustment_cents FROM fact_charges
  UNION ALL
  SELECT month, 0, net_payment_cents, adjustment_cents FROM fact_transactions
),
monthly AS (
  SELECT
    month,
    sum(charge_cents) AS charge_cents,
    sum(net_payment_cents) AS net_payment_cents,
    sum(adjustment_cents) AS adjustment_cents
  FROM flows
  GROUP BY month
),
rolled AS (
  SELECT
    closing.month,
    opening.closing_cents AS opening_cents,
    coalesce(monthly.charge_cents, 0) AS charge_cents,
    coalesce(monthly.net_payment_cents, 0) AS net_payment_cents,
    coalesce(monthly.adjustment_cents, 0) AS adjustment_cents,
    closing.closing_cents
  FROM closings AS closing
  JOIN closings AS opening ON opening.month = closing.month - INTERVAL 1 MONTH
  LEFT JOIN monthly ON monthly.month = closing.month
  LEFT JOIN billing_totals AS total ON total.month = closing.month
  WHERE NOT getvariable('only_totals')
    OR (total.charge_cents IS NOT NULL AND total.net_payment_cents IS NOT NULL AND total.adjustment_cents IS NOT NULL)
)
SELECT
  month,
  1 AS source_rows,
  opening_cents::BIGINT AS opening_cents,
  charge_cents::BIGINT AS charge_cents,
  net_payment_cents::BIGINT AS net_payment_cents,
  adjustment_cents::BIGINT AS adjustment_cents,
  closing_cents::BIGINT AS closing_cents,
  (opening_cents + charge_cents - net_payment_cents - adjustment_cents - closing_cents)::BIGINT AS difference_cents
FROM rolled;
