-- Open items more than 90 days after their service with money owed: what the receivables have as over 90
-- days, before credits as old are deducted. Places are those of `item_sources`. Most money first.
CREATE OR REPLACE TABLE worklist_old_balances AS
WITH states AS (
  SELECT
    item,
    sum(effect_cents)::BIGINT AS balance_cents,
    bool_or(is_adjudication) AS is_adjudicated,
    max(post_date) AS last_posted
  FROM item_postings
  GROUP BY item
  HAVING sum(effect_cents) > 0
),
aged AS (
  SELECT states.*, items.payer AS payer_class, getvariable('as_of') - items.service_date AS days, items.service_date
  FROM states
  JOIN items USING (item)
  WHERE getvariable('as_of') - items.service_date > 90
)
SELECT
  row_number() OVER (
    ORDER BY aged.balance_cents DESC, aged.service_date, source.tab, source.row_number
  ) AS position,
  source.tab, source.row_number,
  aged.balance_cents,
  aged.days,
  CASE WHEN aged.days <= 120 THEN '91-120' ELSE '121+' END AS age_bucket,
  CASE
    WHEN aged.is_adjudicated OR aged.payer_class IN ('self_pay', 'none_given') THEN 'patient'
    ELSE 'insurance'
  END AS responsibility,
  coalesce(source.payer, nullif(aged.payer_class, 'none_given')) AS payer,
  source.provider,
  source.location,
  strftime(aged.service_date, '%Y-%m-%d') AS service_date,
  strftime(aged.last_posted, '%Y-%m-%d') AS last_posted,
  source.charge_id,
  source.claim_id,
  source.encounter_id,
  source.patient_key
FROM aged
JOIN item_sources AS source USING (item);
