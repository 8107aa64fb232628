-- Paid hours by month worked (`paid_hours`, one row per line and month), which months are known in full
-- (`known_months`), and in these the hours of each person up to a full-time person's (`full_time_people`).
-- Spread over the days of the period like cost: a month's share is the rounded running total at its end less that at
-- its start (half rounds away from zero).
CREATE OR REPLACE MACRO running_share(amount, days, period_days) AS
  sign(amount) * ((2 * abs(amount) * days + period_days) // (2 * period_days));

CREATE OR REPLACE TABLE paid_hours AS
WITH lines AS (
  SELECT
    *,
    period_end - period_start + 1 AS period_days,
    -- A salaried line has pay and no hours: a full week of its employee's, if the staff tab knows it. Nobody works
    -- a period twice: a second such line (a correction, a salary shared by sites), or one beside hours, has none.
    CASE
      WHEN hours IS NOT NULL THEN hours
      WHEN earning_code <> 'regular' OR gross_cents = 0 THEN 0
      WHEN person IS NOT NULL AND (
        bool_or(earning_code = 'regular' AND hours IS NOT NULL) OVER same_period
        OR line <> min(line) FILTER (earning_code = 'regular' AND hours IS NULL AND gross_cents <> 0) OVER same_period
      ) THEN 0
      ELSE (2 * weekly_hours * (period_end - period_start + 1) + 7) // 14
    END AS line_hours
  FROM pay_lines
  WHERE earning_code IN ('regular', 'overtime', 'doubletime', 'pto', 'sick', 'holiday')
  WINDOW same_period AS (PARTITION BY person, period_start, period_end)
),
periods AS (
  SELECT
    *,
    unnest(generate_series(
      date_trunc('month', period_start), date_trunc('month', period_end), INTERVAL 1 MONTH
    ))::DATE AS month
  FROM lines
),
days AS (
  SELECT
    *,
    greatest(month - period_start, 0) AS days_before,
    least(last_day(month), period_end) - period_start + 1 AS days_until
  FROM periods
),
shares AS (
  SELECT
    *,
    running_share(coalesce(line_hours, 0), days_until, period_days)
      - running_share(coalesce(line_hours, 0), days_before, period_days) AS share
  FROM days
)
SELECT
  month, location, role_group, person, line, period_end,
  -- Nobody knows whose hours they are, or how many: the month cannot be told.
  line_hours IS NULL OR (person IS NULL AND line_hours <> 0) AS is_unknown,
  share AS paid_hours,
  CASE WHEN earning_code IN ('regular', 'overtime', 'doubletime') THEN share ELSE 0 END AS worked_hours
FROM shares;

CREATE OR REPLACE TABLE known_months AS
WITH bounds AS (
  SELECT min(period_start) AS first_day, max(period_end) AS final_day FROM pay_lines
)
SELECT
  month,
  -- Full weekly hours × days ÷ 7, half away from zero.
  (2 * getvariable('full_week') * day(last_day(month)) + 7) // 14 AS full_time_hours
FROM paid_hours
CROSS JOIN bounds
GROUP BY month, first_day, final_day
HAVING first_day <= month AND final_day >= last_day(month) AND NOT bool_or(is_unknown);

CREATE OR REPLACE TABLE full_time_people AS
SELECT
  paid.month,
  -- Where the person's last line of the month is.
  arg_max(paid.location, (paid.period_end, paid.line)) AS location,
  arg_max(paid.role_group, (paid.period_end, paid.line)) AS role_group,
  paid.person,
  greatest(0, least(sum(paid.paid_hours), known.full_time_hours))::BIGINT AS full_time_hours
FROM paid_hours AS paid
JOIN known_months AS known ON known.month = paid.month
GROUP BY paid.month, paid.person, known.full_time_hours;
