-- What is open or paid as one. The finest number by which any transaction names a charge decides for
-- the whole practice; charges that share it are one item, named after its earliest charge line, which
-- gives dimensions and age. A negative line joins the item of the line it cancels. A transaction joins
-- the item of the charge it names; one that names none is an item of its own, with a negative number.
CREATE OR REPLACE TABLE charge_items AS
WITH level AS (
  SELECT coalesce(
    min(named_by) FILTER (named_by = 'charge_id'),
    min(named_by) FILTER (named_by = 'claim_id'),
    min(named_by) FILTER (named_by = 'encounter_id'),
    'charge_id'
  ) AS name
  FROM transaction_lines
),
numbered AS (
  SELECT
    *,
    CASE (SELECT name FROM level)
      WHEN 'charge_id' THEN charge_id
      WHEN 'claim_id' THEN claim_id
      ELSE encounter_id
    END AS number
  FROM charge_lines
),
grouped AS (
  SELECT
    *,
    CASE
      WHEN number IS NULL THEN line
      ELSE first_value(line) OVER (PARTITION BY number ORDER BY service_date, line)
    END AS own_item
  FROM numbered
),
cancelling AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY
        patient_key, encounter_id, claim_id, service_date, cpt, modifiers, abs(amount_cents), amount_cents < 0
      ORDER BY is_void DESC, line
    ) AS occurrence
  FROM grouped
  WHERE amount_cents <> 0
)
SELECT grouped.line, coalesce(cancelled.own_item, grouped.own_item) AS item
FROM grouped
LEFT JOIN cancelling AS negative ON negative.line = grouped.line AND negative.amount_cents < 0
LEFT JOIN cancelling AS cancelled
  ON cancelled.amount_cents = -negative.amount_cents
  AND cancelled.service_date = negative.service_date
  AND cancelled.occurrence = negative.occurrence
  AND cancelled.patient_key IS NOT DISTINCT FROM negative.patient_key
  AND cancelled.encounter_id IS NOT DISTINCT FROM negative.encounter_id
  AND cancelled.claim_id IS NOT DISTINCT FROM negative.claim_id
  AND cancelled.cpt IS NOT DISTINCT FROM negative.cpt
  AND cancelled.modifiers IS NOT DISTINCT FROM negative.modifiers
  AND cancelled.amount_cents > 0;

CREATE OR REPLACE VIEW item_postings AS
SELECT items.item, charges.post_date, charges.amount_cents AS effect_cents, false AS is_adjudication
FROM charge_lines AS charges
JOIN charge_items AS items ON items.line = charges.line
UNION ALL
SELECT
  coalesce(items.item, -txn.transaction_line),
  txn.post_date,
  txn.effect_cents,
  txn.type IN ('insurance_payment', 'denial') OR coalesce(txn.adjustment_category = 'contractual', false)
FROM transaction_lines AS txn
LEFT JOIN charge_items AS items ON items.line = txn.charge_line;

CREATE OR REPLACE VIEW items AS
SELECT line AS item, person, service_date, provider, location, payer
FROM charge_lines
UNION ALL
SELECT -transaction_line, person, service_date, provider, location, payer
FROM transaction_lines
WHERE charge_line IS NULL;

-- Where an item stands in the source: where the charge line stands that it is named after, or the transaction that
-- names no charge.
CREATE OR REPLACE VIEW item_sources AS
SELECT
  charge.line AS item, charge.tab, charge.row_number, given.payer, given.rendering_provider AS provider,
  given.location, charge.charge_id, charge.claim_id, charge.encounter_id, charge.patient_key
FROM posted_charges AS charge
JOIN canonical_charges AS given USING (tab, row_number)
UNION ALL
SELECT
  -txn.transaction_line, txn.tab, txn.row_number, given.payer, given.provider,
  given.location, given.charge_id, given.claim_id, given.encounter_id, NULL
FROM transaction_lines AS txn
JOIN canonical_transactions AS given USING (tab, row_number)
WHERE txn.charge_line IS NULL;
