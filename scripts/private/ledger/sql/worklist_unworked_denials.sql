-- The last denial of every open item that still has a balance and that nothing was posted to since, not
-- even a transfer; of several denials of one day the first in the source. Most money first. A reason is
-- given where it is a code: the column may hold prose.
CREATE OR REPLACE TABLE worklist_unworked_denials AS
WITH denials AS (
  SELECT items.item, txn.tab, txn.row_number, txn.transaction_line, txn.post_date, txn.charge_line
  FROM transaction_lines AS txn
  JOIN charge_items AS items ON items.line = txn.charge_line
  WHERE txn.type = 'denial'
  QUALIFY row_number() OVER (
    PARTITION BY items.item ORDER BY txn.post_date DESC, txn.transaction_line
  ) = 1
),
states AS (
  SELECT item, sum(effect_cents)::BIGINT AS balance_cents, max(post_date) AS last_posted
  FROM item_postings
  GROUP BY item
)
SELECT
  row_number() OVER (
    ORDER BY states.balance_cents DESC, denial.post_date, denial.transaction_line
  ) AS position,
  denial.tab, denial.row_number,
  states.balance_cents,
  getvariable('as_of') - denial.post_date AS days,
  strftime(denial.post_date, '%Y-%m-%d') AS denied_on,
  CASE
    WHEN regexp_full_match(told.carc, '([A-Za-z]{2}[- ]?)?[A-Za-z]?[0-9]{1,3}') THEN told.carc
  END AS reason_code,
  coalesce(given.payer, told.payer, nullif(charge.payer, 'none_given')) AS payer,
  given.rendering_provider AS provider,
  given.location,
  strftime(charge.service_date, '%Y-%m-%d') AS service_date,
  charge.charge_id,
  charge.claim_id,
  charge.encounter_id,
  charge.patient_key
FROM denials AS denial
JOIN states USING (item)
JOIN posted_charges AS charge ON charge.line = denial.charge_line
JOIN canonical_charges AS given ON given.tab = charge.tab AND given.row_number = charge.row_number
JOIN canonical_transactions AS told ON told.tab = denial.tab AND told.row_number = denial.row_number
WHERE states.balance_cents > 0 AND states.last_posted = denial.post_date;
