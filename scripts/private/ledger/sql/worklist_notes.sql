-- What the worklists' explanations say, and which lists there are: one row.
SELECT
  EXISTS (FROM canonical_appointments) AS has_appointments,
  EXISTS (FROM canonical_charges) AS has_charges,
  EXISTS (FROM canonical_transactions) AS has_transactions,
  EXISTS (FROM canonical_appointments WHERE note_signed IS NOT NULL)
    OR EXISTS (FROM noted_bookings WHERE note_signed IS NOT NULL) AS has_notes,
  EXISTS (FROM transaction_lines WHERE type = 'denial') AS has_denials,
  EXISTS (FROM transaction_lines WHERE charge_line IS NOT NULL) AS has_applied_transactions,
  getvariable('from_aging_report') AS has_aging_report,
  EXISTS (FROM due_items) AS has_due_items,
  EXISTS (FROM visits) AS has_visits,
  EXISTS (FROM canonical_claims) AS has_claims,
  EXISTS (FROM filing_limits) AS has_filing_limits,
  (SELECT count(*) FROM visits WHERE patient_key IS NULL) AS visits_without_patient,
  (SELECT count(*) FROM charge_lines WHERE patient_key IS NULL) AS charges_without_patient,
  (SELECT count(*) FROM charged_days) AS charged_days,
  (SELECT count(*) FROM charged_days WHERE is_kept) AS kept_days,
  coalesce((SELECT sum(charge_cents) FROM worklist_open_claims), 0)::BIGINT AS open_claims_cents,
  (SELECT count(*) FROM checked_visits) AS checked_visits,
  (SELECT count(*) FROM checked_visits WHERE is_charged) AS charged_visits,
  coalesce((SELECT sum(balance_cents) FROM worklist_old_balances), 0)::BIGINT AS old_balance_cents,
  coalesce((
    SELECT sum(over_90_cents) FROM fact_receivables WHERE month = date_trunc('month', getvariable('as_of'))
  ), 0)::BIGINT AS over_90_cents,
  coalesce((SELECT sum(balance_cents) FROM worklist_unworked_denials), 0)::BIGINT AS denied_cents,
  coalesce((SELECT sum(credit_cents) FROM worklist_credit_balances), 0)::BIGINT AS credit_cents,
  coalesce((SELECT max(days) FROM worklist_credit_balances), 0) AS oldest_credit_days,
  coalesce((SELECT sum(credit_cents) FILTER (owed_to = 'patient') FROM worklist_credit_balances), 0)::BIGINT
    AS patients_credit_cents,
  coalesce((SELECT sum(credit_cents) FILTER (owed_to = 'payer') FROM worklist_credit_balances), 0)::BIGINT
    AS payers_credit_cents,
  coalesce((SELECT sum(credit_cents) FILTER (reason = 'no charge named') FROM worklist_credit_balances), 0)::BIGINT
    AS unapplied_credit_cents,
  EXISTS (FROM canonical_shifts) AND EXISTS (FROM canonical_coverage_rules) AS has_roster,
  (SELECT count(*) FROM clinic_sessions WHERE period = DATE '9999-01-01') AS coming_sessions,
  (
    SELECT strftime(max("date"), '%B %-d, %Y') FROM canonical_shifts
    HAVING max("date") < getvariable('first_open_day') + 13
  ) AS roster_until;
