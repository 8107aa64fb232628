-- A/R at each month's end from open items. A balance stands from the month that changed it until the month
-- that changes it next. Balances that agree in all that matters are added up, credits deducted, before they
-- are laid over the months: a million charges that nobody pays would otherwise be a row each for every month.
CREATE OR REPLACE VIEW rolled_receivables AS
WITH changes AS (
  SELECT
    item,
    year(post_date) * 12 + month(post_date) AS month_number,
    sum(effect_cents)::BIGINT AS effect_cents,
    bool_or(is_adjudication) AS is_adjudication
  FROM item_postings
  GROUP BY ALL
),
balances AS (
  SELECT
    item,
    month_number,
    sum(effect_cents) OVER upto AS balance_cents,
    bool_or(is_adjudication) OVER upto AS is_adjudicated,
    lead(month_number) OVER (PARTITION BY item ORDER BY month_number) AS next_month_number
  FROM changes
  WINDOW upto AS (PARTITION BY item ORDER BY month_number ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
),
alike AS (
  SELECT
    items.person, items.service_date, items.provider, items.location, items.payer,
    balances.is_adjudicated OR items.payer IN ('self_pay', 'none_given') AS is_patients,
    balances.month_number,
    coalesce(balances.next_month_number, (SELECT max(month_number) + 1 FROM month_ends)) AS until_month_number,
    count(*) AS source_rows,
    sum(balances.balance_cents)::BIGINT AS balance_cents
  FROM balances
  JOIN items ON items.item = balances.item
  WHERE balances.balance_cents <> 0
  GROUP BY ALL
),
standing AS (
  SELECT
    person, service_date, provider, location, payer, is_patients, source_rows, balance_cents,
    unnest(range(month_number, until_month_number)) AS month_number
  FROM alike
),
aged AS (
  SELECT
    month_ends.month,
    month_ends.month_end - standing.service_date AS age_days,
    standing.*
  FROM standing
  JOIN month_ends ON month_ends.month_number = standing.month_number
)
SELECT
  month, provider, location, payer,
  CASE
    WHEN age_days <= 30 THEN '0-30'
    WHEN age_days <= 60 THEN '31-60'
    WHEN age_days <= 90 THEN '61-90'
    WHEN age_days <= 120 THEN '91-120'
    ELSE '121+'
  END AS age_bucket,
  CASE WHEN is_patients THEN 'patient' ELSE 'insurance' END AS responsibility,
  person,
  source_rows,
  balance_cents
FROM aged;
