-- One row per transaction: what no charge and no patient stands behind is other income, all else adds 0; and one per
-- month, so that a month of postings without such income is 0.
CREATE OR REPLACE VIEW rows_income AS
WITH posted AS (
  SELECT
    date_trunc('month', post_date)::DATE AS month,
    CASE WHEN type IN ('capitation', 'interest', 'other_income') AND charge_line IS NULL AND person IS NULL
      THEN amount_cents ELSE 0 END AS cents
  FROM transaction_lines
)
SELECT month, count(*) AS source_rows, sum(cents)::BIGINT AS other_income_cents, 1 AS posted_month_count
FROM posted
GROUP BY month;
