-- Transactions posted up to the as-of date, each with the charge it names: by charge, else by claim,
-- else by encounter, the first line of it in the source. That charge decides patient, provider, site and
-- payer.
-- payment_part tells patients' payments from others, and of these the ones posted or deposited on the day of service,
-- of the charge or else as the line says; a refund or a bounced check is in neither.
-- effect_cents is the effect on A/R: denials, transfers and income apart from accounts have none; amount_cents is as
-- written.
CREATE OR REPLACE TABLE transaction_lines AS
WITH by_charge AS (
  SELECT charge_id, min(line) AS line FROM posted_charges WHERE charge_id IS NOT NULL GROUP BY charge_id
),
by_claim AS (
  SELECT claim_id, min(line) AS line FROM posted_charges WHERE claim_id IS NOT NULL GROUP BY claim_id
),
by_encounter AS (
  SELECT encounter_id, min(line) AS line FROM posted_charges WHERE encounter_id IS NOT NULL GROUP BY encounter_id
),
named AS (
  SELECT
    txn.*,
    row_number() OVER (ORDER BY txn.tab, txn.row_number) AS transaction_line,
    coalesce(by_charge.line, by_claim.line, by_encounter.line) AS charge_line,
    CASE
      WHEN by_charge.line IS NOT NULL THEN 'charge_id'
      WHEN by_claim.line IS NOT NULL THEN 'claim_id'
      WHEN by_encounter.line IS NOT NULL THEN 'encounter_id'
    END AS named_by
  FROM canonical_transactions AS txn
  LEFT JOIN by_charge ON by_charge.charge_id = txn.charge_id
  LEFT JOIN by_claim ON by_claim.claim_id = txn.claim_id
  LEFT JOIN by_encounter ON by_encounter.encounter_id = txn.encounter_id
  WHERE txn.post_date <= getvariable('as_of') AND NOT txn.is_test
)
SELECT
  named.transaction_line,
  named.tab,
  named.row_number,
  named.charge_line,
  named.named_by,
  named.type,
  CASE WHEN named.type = 'adjustment' THEN coalesce(named.adj_category, 'unknown') END AS adjustment_category,
  named.post_date,
  charge.service_date AS charge_service_date,
  coalesce(charge.person, patients.person) AS person,
  coalesce(charge.service_date, named.service_date, named.post_date) AS service_date,
  coalesce(charge.provider, named.provider, 'None given') AS provider,
  coalesce(charge.location, named.location, 'None given') AS location,
  coalesce(charge.payer, named.payer_class, 'none_given') AS payer,
  CASE
    WHEN named.type <> 'patient_payment' THEN 'none'
    WHEN coalesce(charge.service_date, named.service_date) IN (named.post_date, named.deposit_date) THEN 'same_day'
    ELSE 'patient'
  END AS payment_part,
  CASE
    WHEN named.type IN ('denial', 'transfer', 'capitation', 'interest', 'other_income') THEN 0
    ELSE named.amount
  END AS effect_cents,
  named.amount AS amount_cents
FROM named
LEFT JOIN patients ON patients.patient_key = named.patient_key
LEFT JOIN posted_charges AS charge ON charge.line = named.charge_line
WHERE NOT coalesce(charge.is_test, false);
