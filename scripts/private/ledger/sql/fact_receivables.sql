CREATE OR REPLACE TABLE fact_receivables AS
WITH chosen AS (
  FROM rolled_receivables WHERE NOT getvariable('from_aging_report')
  UNION ALL
  FROM reported_receivables WHERE getvariable('from_aging_report')
)
SELECT
  month, provider, location, payer, age_bucket, responsibility,
  (debit_cents + credit_cents)::BIGINT AS balance_cents,
  debit_cents::BIGINT AS debit_cents,
  credit_cents::BIGINT AS credit_cents,
  CASE WHEN age_bucket IN ('91-120', '121+') THEN debit_cents ELSE 0 END::BIGINT AS over_90_cents,
  CASE WHEN responsibility = 'patient' THEN debit_cents ELSE 0 END::BIGINT AS patient_cents
FROM chosen;
