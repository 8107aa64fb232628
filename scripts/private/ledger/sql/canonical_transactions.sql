-- Transactions of the transactions tabs and of combined billing tabs, with the fields of the
-- transactions contract (and patient_key and is_test, which only combined tabs can tell). Amounts are effects on A/R.
CREATE VIEW canonical_transactions AS
SELECT *, 1 AS piece, false AS is_test
FROM settled_transactions
UNION ALL BY NAME
SELECT
  tab, row_number, 1 AS piece,
  line_id AS txn_id,
  charge_id, encounter_id, claim_id, patient_key, type, post_date, service_date,
  CASE
    WHEN type = 'adjustment' THEN coalesce(amount, adjustment_amount, payment_amount, charge_amount, 0)
    ELSE coalesce(amount, payment_amount, adjustment_amount, charge_amount, 0)
  END AS amount,
  provider, location, payer, payer_class, adj_category, method, is_void,
  coalesce(is_test, false) AS is_test
FROM settled_billing
WHERE type NOT IN ('charge', 'void_charge');
