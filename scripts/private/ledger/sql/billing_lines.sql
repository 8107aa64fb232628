-- Charges, payments and adjustments, each with all that decides in which published sums it is: both of its months,
-- its own provider, site, payer and category, those of the open item that it belongs to, and from which month's end
-- on that item is older than 30, 60, 90 and 120 days and its patient's to pay. Lines that agree in all of it are added
-- up. Only for the audit; nothing of it is published.
CREATE OR REPLACE TABLE billing_lines AS
WITH lines AS (
  SELECT
    0 AS kind, 'none' AS payment_part, items.item, service_date, post_date, provider, location, payer,
    'none' AS adjustment_category, person, amount_cents AS cents
  FROM charge_lines
  JOIN charge_items AS items USING (line)
  UNION ALL
  SELECT
    CASE WHEN type <> 'adjustment' THEN 1 WHEN adjustment_category = 'contractual' THEN 2 ELSE 3 END,
    payment_part, coalesce(items.item, -transaction_line), charge_service_date, post_date, provider, location, payer,
    coalesce(adjustment_category, 'none'), person, -effect_cents
  FROM transaction_lines
  LEFT JOIN charge_items AS items ON items.line = transaction_lines.charge_line
),
placed AS (
  SELECT *, dense_rank() OVER (ORDER BY item) AS place FROM lines
),
flips AS (
  SELECT item, date_trunc('month', min(post_date))::DATE AS month
  FROM item_postings
  WHERE is_adjudication
  GROUP BY item
),
ages AS (
  SELECT
    service_date,
    min(month) FILTER (month_end - service_date > 30) AS over_30,
    min(month) FILTER (month_end - service_date > 60) AS over_60,
    min(month) FILTER (month_end - service_date > 90) AS over_90,
    min(month) FILTER (month_end - service_date > 120) AS over_120
  FROM (SELECT DISTINCT service_date FROM items)
  CROSS JOIN month_ends
  GROUP BY service_date
)
SELECT
  kind,
  CASE payment_part WHEN 'same_day' THEN 2 WHEN 'patient' THEN 1 ELSE 0 END AS part,
  strftime(date_trunc('month', lines.service_date), '%Y-%m') AS served,
  strftime(date_trunc('month', lines.post_date), '%Y-%m') AS posted,
  lines.provider, lines.location, lines.payer, lines.adjustment_category,
  items.provider AS item_provider, items.location AS item_location, items.payer AS item_payer,
  strftime(ages.over_30, '%Y-%m') AS over_30,
  strftime(ages.over_60, '%Y-%m') AS over_60,
  strftime(ages.over_90, '%Y-%m') AS over_90,
  strftime(ages.over_120, '%Y-%m') AS over_120,
  CASE WHEN items.payer IN ('self_pay', 'none_given') THEN '' ELSE strftime(flips.month, '%Y-%m') END AS patients,
  -- Without a key what is open or paid as one still is somebody's: below 0.
  coalesce(lines.person, -lines.place) AS person,
  count(*) AS source_rows,
  sum(cents)::BIGINT AS cents
FROM placed AS lines
JOIN items ON items.item = lines.item
LEFT JOIN flips ON flips.item = lines.item
LEFT JOIN ages ON ages.service_date = items.service_date
WHERE cents <> 0
GROUP BY ALL
-- There are lines or month totals, never both.
UNION ALL
SELECT
  kind, 0, NULL, strftime(month, '%Y-%m'), 'None given', 'None given', 'none_given', adjustment_category,
  'None given', 'None given', 'none_given', NULL, NULL, NULL, NULL, NULL,
  -row_number() OVER (ORDER BY month, kind), source_rows, cents
FROM billing_total_lines
WHERE cents <> 0;
