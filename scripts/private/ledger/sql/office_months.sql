-- The last fourteen months up to the as-of date, each with its last day that counts.
CREATE OR REPLACE TABLE office_months AS
SELECT
  month::DATE AS month,
  strftime(month, '%Y-%m') AS name,
  least(last_day(month), getvariable('as_of'))::DATE AS month_end
FROM (
  SELECT unnest(generate_series(
    date_trunc('month', getvariable('as_of')) - INTERVAL 13 MONTH,
    date_trunc('month', getvariable('as_of')),
    INTERVAL 1 MONTH
  ))::DATE AS month
);
