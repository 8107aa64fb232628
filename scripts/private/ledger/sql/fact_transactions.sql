-- Effects on A/R turned around: payments and adjustments lower it and are positive here. Income apart
-- from accounts has no effect and is taken as it stands, positive money in.
CREATE OR REPLACE TABLE fact_transactions AS
SELECT
  date_trunc('month', post_date)::DATE AS month,
  provider, location, payer,
  coalesce(sum(-effect_cents) FILTER (type <> 'adjustment'), 0)::BIGINT AS net_payment_cents,
  coalesce(sum(-effect_cents) FILTER (type = 'insurance_payment'), 0)::BIGINT AS insurance_payment_cents,
  coalesce(sum(-effect_cents) FILTER (type = 'patient_payment'), 0)::BIGINT AS patient_payment_cents,
  coalesce(sum(effect_cents) FILTER (type IN ('refund_patient', 'refund_payer')), 0)::BIGINT AS refund_cents,
  coalesce(sum(effect_cents) FILTER (type = 'takeback'), 0)::BIGINT AS takeback_cents,
  coalesce(sum(effect_cents) FILTER (type IN ('nsf_reversal', 'payment_reversal')), 0)::BIGINT AS reversal_cents,
  coalesce(sum(-effect_cents) FILTER (adjustment_category = 'contractual'), 0)::BIGINT AS contractual_cents,
  coalesce(sum(-effect_cents) FILTER (adjustment_category <> 'contractual'), 0)::BIGINT AS other_adjustment_cents,
  coalesce(
    sum(amount_cents) FILTER (type IN ('capitation', 'interest', 'other_income')), 0
  )::BIGINT AS other_income_cents
FROM transaction_lines
GROUP BY ALL;
