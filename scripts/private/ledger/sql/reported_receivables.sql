-- A/R by the practice's own aging report: the last one of each month. Credits and unapplied payments
-- lower the balance, whichever sign the report gives them. An account in a bucket is a row without a key, as if the
-- report had one each; a line that does not say how many is one.
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
)
SELECT
  month,
  coalesce(provider, 'None given') AS provider,
  coalesce(location, 'None given') AS location,
  coalesce(payer_class, 'none_given') AS payer,
  bucket AS age_bucket,
  responsibility,
  NULL::INTEGER AS person,
  greatest(coalesce(accounts, 1), 1) AS source_rows,
  debit_balance - abs(coalesce(credit_balance, 0)) - abs(coalesce(unapplied, 0)) AS balance_cents
FROM latest;
