-- Open items with more taken than charged: what the receivables deduct. Whose money it is follows from who paid: the
-- patient's payments count first, because refunds go to patients where both paid. Where nothing was paid, an adjustment
-- is too large. Most money first.
CREATE OR REPLACE TABLE worklist_credit_balances AS
WITH paid AS (
  SELECT
    coalesce(items.item, -txn.transaction_line) AS item,
    sum(CASE WHEN txn.type IN ('patient_payment', 'refund_patient', 'nsf_reversal') THEN -effect_cents ELSE 0 END)
      AS patients_cents,
    sum(CASE WHEN txn.type <> 'adjustment' THEN -effect_cents ELSE 0 END) AS paid_cents
  FROM transaction_lines AS txn
  LEFT JOIN charge_items AS items ON items.line = txn.charge_line
  GROUP BY ALL
),
states AS (
  SELECT item, -sum(effect_cents)::BIGINT AS credit_cents, max(post_date) AS last_posted
  FROM item_postings
  GROUP BY item
  HAVING sum(effect_cents) < 0
),
owed AS (
  SELECT
    states.*, getvariable('as_of') - last_posted AS days,
    coalesce(paid_cents, 0) AS paid_cents,
    -- What a payer took back is not the patient's.
    least(coalesce(patients_cents, 0), coalesce(paid_cents, 0)) AS patients_cents
  FROM states
  LEFT JOIN paid USING (item)
)
SELECT
  row_number() OVER (
    ORDER BY owed.credit_cents DESC, owed.last_posted, source.tab, source.row_number
  ) AS position,
  source.tab, source.row_number,
  owed.credit_cents,
  owed.days,
  CASE
    WHEN owed.paid_cents <= 0 THEN 'nobody'
    WHEN owed.patients_cents >= owed.credit_cents THEN 'patient'
    WHEN owed.patients_cents <= 0 THEN 'payer'
    ELSE 'patient and payer'
  END AS owed_to,
  CASE WHEN owed.item < 0 THEN 'no charge named' ELSE 'more than charged' END AS reason,
  coalesce(source.payer, nullif(items.payer, 'none_given')) AS payer,
  source.provider,
  source.location,
  strftime(items.service_date, '%Y-%m-%d') AS service_date,
  strftime(owed.last_posted, '%Y-%m-%d') AS last_posted,
  source.charge_id,
  source.claim_id,
  source.encounter_id,
  source.patient_key
FROM owed
JOIN items USING (item)
JOIN item_sources AS source USING (item);
