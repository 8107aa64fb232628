-- What the worklists' explanations say, and which lists there are: one row.
SELECT
  EXISTS (FROM canonical_appointments) AS has_appointments,
  EXISTS (FROM canonical_charges) AS has_charges,
  EXISTS (FROM canonical_transactions) AS has_transactions,
  EXISTS (FROM canonical_appointments WHERE note_signed IS NOT NULL) AS has_notes,
  EXISTS (FROM transaction_lines WHERE type = 'denial') AS has_denials,
  EXISTS (FROM transaction_lines WHERE charge_line IS NOT NULL) AS has_applied_transactions,
  getvariable('from_aging_report') AS has_aging_report,
  (SELECT count(*) FROM visits WHERE patient_key IS NULL) AS visits_without_patient,
  (SELECT count(*) FROM checked_visits) AS checked_visits,
  (SELECT count(*) FROM checked_visits WHERE is_charged) AS charged_visits,
  coalesce((SELECT sum(balance_cents) FROM worklist_old_balances), 0)::BIGINT AS old_balance_cents,
  coalesce((
    SELECT sum(over_90_cents) FROM fact_receivables WHERE month = date_trunc('month', getvariable('as_of'))
  ), 0)::BIGINT AS over_90_cents,
  coalesce((SELECT sum(balance_cents) FROM worklist_unworked_denials), 0)::BIGINT AS denied_cents;
