-- Charge lines posted up to the as-of date, with dimensions that are never blank. `line` is the order
-- of the source. posted_charges has test patients too, so that their payments are known as such.
CREATE OR REPLACE TABLE posted_charges AS
SELECT
  row_number() OVER (ORDER BY tab, row_number) AS line,
  tab, row_number, charge_id, claim_id, encounter_id, patient_key, patients.person, cpt, modifiers, units, wrvu, service_date, post_date,
  coalesce(rendering_provider, 'None given') AS provider,
  coalesce(location, 'None given') AS location,
  coalesce(payer_class, 'none_given') AS payer,
  charge_amount AS amount_cents,
  coalesce(is_void, false) AS is_void,
  coalesce(is_test, false) AS is_test
FROM canonical_charges
LEFT JOIN patients USING (patient_key)
WHERE post_date <= getvariable('as_of');

CREATE OR REPLACE VIEW charge_lines AS
SELECT * EXCLUDE (is_test)
FROM posted_charges
WHERE NOT is_test;
