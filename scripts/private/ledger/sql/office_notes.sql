-- What the office's numbers can be made of: one row.
SELECT
  EXISTS (FROM charge_lines) AS has_charges,
  EXISTS (FROM transaction_lines) AS has_transactions,
  EXISTS (FROM transaction_lines WHERE type IN ('insurance_payment', 'patient_payment')) AS has_payments,
  EXISTS (FROM transaction_lines WHERE type = 'insurance_payment') AS has_insurance_payments,
  EXISTS (FROM transaction_lines WHERE type = 'refund_patient') AS has_patient_refunds,
  EXISTS (FROM transaction_lines WHERE type = 'refund_payer') AS has_payer_refunds,
  EXISTS (FROM transaction_lines WHERE type = 'takeback') AS has_takebacks,
  EXISTS (FROM transaction_lines WHERE type = 'nsf_reversal') AS has_bounced,
  EXISTS (FROM claim_lines) AS has_claims,
  EXISTS (FROM claim_lines WHERE answered_date IS NOT NULL) AS has_answers;
