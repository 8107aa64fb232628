-- One row per month: charges of claims by the payer's first answer (K14), cents. Answered and denied are as for the denial
-- rate of claims. Sent are the charges of claims by the month they were sent: the average of the three months before.
-- It is null where claims do not reach back that far.
CREATE OR REPLACE TABLE office_denials AS
WITH claims AS (
  SELECT line.submitted_date, line.answered_date, line.is_denied, given.charge_amount AS charge_cents
  FROM claim_lines AS line
  JOIN canonical_claims AS given USING (tab, row_number)
),
answered AS (
  SELECT
    date_trunc('month', answered_date)::DATE AS month,
    sum(charge_cents) AS answered_cents,
    sum(charge_cents) FILTER (is_denied) AS denied_cents
  FROM claims
  WHERE answered_date IS NOT NULL
  GROUP BY ALL
),
sent AS (
  SELECT
    months.month,
    sum(charge_cents) AS sent_cents
  FROM office_months AS months
  JOIN claims
    ON claims.submitted_date >= months.month - INTERVAL 3 MONTH AND claims.submitted_date < months.month
  GROUP BY ALL
)
SELECT
  office_months.month,
  coalesce(answered_cents, 0)::BIGINT AS answered_cents,
  coalesce(denied_cents, 0)::BIGINT AS denied_cents,
  CASE
    WHEN (SELECT min(date_trunc('month', submitted_date)) FROM claims) <= office_months.month - INTERVAL 3 MONTH
      THEN coalesce(sent_cents, 0)::BIGINT
  END AS sent_cents
FROM office_months
LEFT JOIN answered USING (month)
LEFT JOIN sent USING (month);
