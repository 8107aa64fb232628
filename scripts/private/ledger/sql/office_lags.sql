-- One row per month of service: how long payers take (K19), in days, by the month in which the first line of the item was
-- served, once 120 days have passed since its end. An item counts if a payer is billed for it and it was not voided. Its
-- first payment is the first of an insurer that was posted to any of its lines; the days since sending are known
-- where the claims tab has a claim of the item that was sent before. Medians; null of nothing.
CREATE OR REPLACE TABLE office_lags AS
WITH items AS (
  SELECT
    items.item,
    named.service_date,
    named.payer,
    sum(line.amount_cents) AS charge_cents,
    min(claim.submitted_date) AS sent
  FROM charge_items AS items
  JOIN charge_lines AS line USING (line)
  JOIN charge_lines AS named ON named.line = items.item
  LEFT JOIN (
    SELECT given.claim_id, min(given.submitted_date) AS submitted_date
    FROM claim_lines
    JOIN canonical_claims AS given USING (tab, row_number)
    GROUP BY given.claim_id
  ) AS claim ON claim.claim_id = line.claim_id
  GROUP BY ALL
),
paid AS (
  SELECT items.item, min(txn.post_date) AS first_paid
  FROM transaction_lines AS txn
  JOIN charge_items AS items ON items.line = txn.charge_line
  WHERE txn.type = 'insurance_payment' AND txn.effect_cents < 0
  GROUP BY ALL
),
lags AS (
  SELECT
    date_trunc('month', service_date)::DATE AS month,
    payer,
    first_paid IS NOT NULL AS is_paid,
    first_paid - service_date AS paid_days,
    CASE WHEN sent <= first_paid THEN first_paid - sent END AS sent_days
  FROM items
  LEFT JOIN paid USING (item)
  WHERE charge_cents > 0
    AND payer NOT IN ('self_pay', 'none_given')
    AND last_day(service_date) + 120 <= getvariable('as_of')
),
months AS (
  SELECT
    month,
    avg(is_paid::INTEGER) AS paid_rate,
    median(paid_days) AS paid_days,
    median(sent_days) AS sent_days
  FROM lags
  GROUP BY ALL
),
payers AS (
  PIVOT (SELECT month, payer, paid_days FROM lags)
  ON payer IN ('medicare', 'medicare_adv', 'medicaid', 'commercial', 'workers_comp', 'auto', 'tricare_va', 'other', 'unmapped')
  USING median(paid_days) AS days, avg((paid_days IS NOT NULL)::INTEGER) AS rate
  GROUP BY month
)
SELECT office_months.month, paid_rate, paid_days, sent_days, payers.* EXCLUDE (month)
FROM office_months
LEFT JOIN months USING (month)
LEFT JOIN payers USING (month);
