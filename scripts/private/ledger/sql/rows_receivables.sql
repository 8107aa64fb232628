-- One row per month end and open item (or what open items have in common), or per line of the aging
-- report, which names no patients. All balances are net: credits are deducted from what is owed at the same
-- age and by the same side.
CREATE OR REPLACE VIEW rows_receivables AS
SELECT
  month, provider, location, payer, age_bucket, person, source_rows, balance_cents,
  CASE WHEN age_bucket IN ('91-120', '121+') THEN balance_cents ELSE 0 END AS over_90_cents,
  CASE WHEN responsibility = 'patient' THEN balance_cents ELSE 0 END AS patient_cents
FROM rolled_receivables
WHERE NOT getvariable('from_aging_report')
UNION ALL
SELECT
  month, provider, location, payer, age_bucket, person, source_rows, balance_cents, over_90_cents, patient_cents
FROM reported_receivables
WHERE getvariable('from_aging_report');
