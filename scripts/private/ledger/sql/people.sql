-- A number for each patient and each employee, so that the facts can tell people apart without their
-- keys. Numbers are dense, begin with 0 and mean the same person in every fact of one run.
CREATE OR REPLACE TABLE patients AS
WITH keys AS (
  SELECT patient_key FROM canonical_appointments
  UNION
  SELECT patient_key FROM canonical_charges
  UNION
  SELECT patient_key FROM canonical_transactions
  UNION
  SELECT patient_key FROM canonical_claims
)
SELECT patient_key, (row_number() OVER (ORDER BY patient_key) - 1)::INTEGER AS person
FROM keys
WHERE patient_key IS NOT NULL;

CREATE OR REPLACE TABLE employees AS
WITH keys AS (
  SELECT employee_id FROM canonical_payroll WHERE employee_id IS NOT NULL
  UNION
  SELECT employee_id FROM canonical_staff
)
SELECT employee_id, (row_number() OVER (ORDER BY employee_id) - 1)::INTEGER AS person
FROM keys;
