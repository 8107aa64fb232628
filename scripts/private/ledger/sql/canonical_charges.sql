-- Charge lines of the charges tabs and of combined billing tabs, with the fields of the charges contract.
CREATE VIEW canonical_charges AS
SELECT *, 1 AS piece
FROM settled_charges
UNION ALL BY NAME
SELECT
  tab, row_number, 1 AS piece,
  charge_id, encounter_id, claim_id, patient_key, service_date, post_date,
  provider AS rendering_provider,
  location, cpt, modifiers, units, wrvu,
  -- amount is already an effect on A/R; a void that stands in the charge column lowers charges,
  -- whichever sign the export gives it.
  CASE
    WHEN type = 'void_charge' THEN coalesce(amount, -abs(charge_amount), 0)
    ELSE coalesce(amount, charge_amount, payment_amount, adjustment_amount, 0)
  END AS charge_amount,
  payer, payer_class,
  type = 'void_charge' OR coalesce(is_void, false) AS is_void,
  is_test
FROM settled_billing
WHERE type IN ('charge', 'void_charge');
