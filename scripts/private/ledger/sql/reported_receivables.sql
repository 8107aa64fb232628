-- A/R by the practice's own aging report: the last one of each month. Credits and unapplied payments
-- lower the balance, whichever sign the report gives them. An account in a bucket is a row without a key, as if the
-- report had one each; a line that does not say how many is one. Where no line says it, and lines are too few to be shown,
-- the report's number of all open accounts (the largest, if a line for each payer has one) stands behind the balance of the
-- month end, one row of each line behind what is a part of that: no age has a balance of its own then.
CREATE OR REPLACE VIEW reported_receivables AS
WITH reports AS (
  SELECT *, date_trunc('month', as_of)::DATE AS month
  FROM canonical_aging
  WHERE as_of <= getvariable('as_of')
),
latest AS (
  SELECT *
  FROM reports
  QUALIFY as_of = max(as_of) OVER (PARTITION BY month)
),
balances AS (
  SELECT
    *,
    debit_balance - abs(coalesce(credit_balance, 0)) - abs(coalesce(unapplied, 0)) AS balance_cents,
    count(*) OVER by_month < least(33, coalesce(max(open_accounts) OVER by_month, 0))
      AND count(coalesce(accounts::VARCHAR, invoice_id)) OVER by_month = 0 AS is_counted_whole
  FROM latest
  WINDOW by_month AS (PARTITION BY month)
),
counted_whole AS (
  SELECT
    month,
    count(*) AS lines,
    max(open_accounts) AS open_accounts,
    sum(balance_cents) AS balance_cents,
    sum(balance_cents) FILTER (bucket IN ('91-120', '121+', '91+')) AS over_90_cents,
    sum(balance_cents) FILTER (responsibility = 'patient') AS patient_cents
  FROM balances
  WHERE is_counted_whole
  GROUP BY month
)
SELECT
  month,
  coalesce(provider, 'None given') AS provider,
  coalesce(location, 'None given') AS location,
  coalesce(payer_class, 'none_given') AS payer,
  CASE bucket WHEN 'current' THEN '0-30' ELSE bucket END AS age_bucket,
  NULL::INTEGER AS person,
  greatest(coalesce(accounts, 1), 1) AS source_rows,
  balance_cents,
  CASE WHEN bucket IN ('91-120', '121+', '91+') THEN balance_cents ELSE 0 END AS over_90_cents,
  CASE WHEN responsibility = 'patient' THEN balance_cents ELSE 0 END AS patient_cents
FROM balances
WHERE is_counted_whole IS NOT TRUE
UNION ALL
SELECT
  month, 'None given', 'None given', 'none_given', 'none_given', NULL,
  unnest([open_accounts, lines]),
  unnest([balance_cents, 0]),
  unnest([0, coalesce(over_90_cents, 0)]),
  unnest([0, coalesce(patient_cents, 0)])
FROM counted_whole;
