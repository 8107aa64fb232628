CREATE OR REPLACE TABLE fact_payroll_hours AS
SELECT
  date_trunc('month', period_end)::DATE AS month,
  location, role_group,
  coalesce(sum(hours) FILTER (earning_code = 'regular'), 0)::BIGINT AS regular_hours,
  coalesce(sum(hours) FILTER (earning_code IN ('overtime', 'doubletime')), 0)::BIGINT AS overtime_hours,
  sum(gross_cents)::BIGINT AS paid_cents,
  coalesce(sum(gross_cents) FILTER (earning_code IN ('overtime', 'doubletime')), 0)::BIGINT AS overtime_cents
FROM pay_lines
WHERE NOT is_owner
GROUP BY ALL;
