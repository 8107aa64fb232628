-- Claims sent up to the as-of date, each with its patient: its own number, else that of the first charge line of the
-- claim. Test patients are none. What the payer answers after the as-of date is not known yet. A claim that the
-- clearinghouse rejected never reached the payer, so that it is not denied; nor is one whose code only says who pays
-- what (contract, deductible, coinsurance, copay): that one is answered, and neither denied nor paid in full.
CREATE OR REPLACE TABLE claim_lines AS
WITH by_claim AS (
  SELECT claim_id, min(line) AS line FROM posted_charges WHERE claim_id IS NOT NULL GROUP BY claim_id
),
named AS (
  SELECT
    claim.*,
    coalesce(patients.person, charge.person) AS person,
    coalesce(claim.first_remit_date <= getvariable('as_of'), false) AND (
      claim.outcome IN ('paid', 'partial')
      OR (claim.outcome = 'denied' AND claim.clearinghouse_status IS DISTINCT FROM 'rejected')
    ) AS is_answered
  FROM canonical_claims AS claim
  LEFT JOIN by_claim USING (claim_id)
  LEFT JOIN posted_charges AS charge ON charge.line = by_claim.line
  LEFT JOIN patients ON patients.patient_key = claim.patient_key
  WHERE claim.submitted_date <= getvariable('as_of')
    AND NOT coalesce(claim.is_test, false) AND NOT coalesce(charge.is_test, false)
),
answered AS (
  SELECT
    *,
    is_answered AND outcome = 'denied' AND denial_category IS DISTINCT FROM 'not_a_denial' AS is_denied
  FROM named
),
resolved AS (
  SELECT
    *,
    is_denied AND coalesce(resolution <> 'unknown', false)
      AND coalesce(resolved_date <= getvariable('as_of'), true) AS is_resolved
  FROM answered
)
SELECT
  tab, row_number,
  person,
  coalesce(payer_class, 'none_given') AS payer,
  CASE WHEN is_denied THEN coalesce(denial_category, 'unknown') ELSE 'none' END AS denial_category,
  submitted_date,
  CASE WHEN is_answered THEN first_remit_date END AS answered_date,
  clearinghouse_status IS NOT NULL AS is_checked,
  coalesce(clearinghouse_status = 'accepted' AND coalesce(touches, 0) = 0, false) AS is_clean,
  is_answered AND outcome = 'paid' AND clearinghouse_status IS DISTINCT FROM 'rejected' AS is_first_pass,
  is_denied,
  is_resolved,
  coalesce(outcome = 'denied' AND resolution <> 'unknown', false)
    AND coalesce(resolved_date <= getvariable('as_of'), true) AS is_closed,
  is_resolved AND resolution = 'overturned' AS is_overturned,
  is_resolved AND resolution = 'written_off' AS is_written_off,
  is_denied AND resolution IS NULL AND resolved_date IS NULL
    AND coalesce(appeal_date > getvariable('as_of'), true) AND coalesce(touches, 0) = 0 AS is_never_worked
FROM resolved;
