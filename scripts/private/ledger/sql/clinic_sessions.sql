-- Who is needed and who is on the roster, by half-day. Noon parts the day; a half-day in clinic is one with a booking of a real
-- patient that was neither cancelled nor moved, or with a slot, whose start is known. Its hours go from the first start
-- to the last end in it, of each site; what has no length counts as 15 minutes.
CREATE OR REPLACE TABLE clinic_half_days AS
WITH starts AS (
  SELECT
    appt_date AS day, provider, location, start_time,
    CASE WHEN duration_min >= 1 THEN round(duration_min)::BIGINT ELSE 15 END AS minutes
  FROM canonical_appointments
  WHERE NOT coalesce(is_test, false) AND status NOT IN ('cancelled', 'cancelled_late', 'rescheduled', 'blocked')
  UNION ALL
  SELECT slot_date, provider, location, start_time, 15
  FROM canonical_slots
),
timed AS (
  SELECT
    day, provider, coalesce(location, 'None given') AS location, minutes,
    date_part('hour', try_cast(start_time AS TIME)) * 60 + date_part('minute', try_cast(start_time AS TIME)) AS begins
  FROM starts
  WHERE try_cast(start_time AS TIME) IS NOT NULL
)
SELECT
  day, location,
  CASE WHEN begins < 720 THEN 'morning' ELSE 'afternoon' END AS day_part,
  count(DISTINCT provider) AS providers,
  max(least(begins + minutes, CASE WHEN begins < 720 THEN 720 ELSE 1440 END)) - min(begins) AS minutes
FROM timed
GROUP BY day, location, day_part;

-- Minutes on the roster by half-day, of work that nobody was absent from; a break is taken off both halves by their
-- length, in whole minutes. A shift that ends before it starts goes on past midnight, and what is after that is not counted.
-- Sites are told apart only where all such shifts name one.
CREATE OR REPLACE TABLE rostered_half_days AS
WITH counted AS (
  SELECT
    "date" AS day, employee_id, role_group,
    CASE WHEN bool_and(location IS NOT NULL) OVER () THEN location ELSE 'None given' END AS location,
    date_part('hour', try_cast("start" AS TIME)) * 60 + date_part('minute', try_cast("start" AS TIME)) AS begins,
    date_part('hour', try_cast("end" AS TIME)) * 60 + date_part('minute', try_cast("end" AS TIME)) AS finishes,
    greatest(coalesce(break_min, 0), 0) AS pause
  FROM canonical_shifts
  WHERE type = 'work' AND coalesce(status, 'scheduled') <> 'absent'
),
lasting AS (
  SELECT *, CASE WHEN finishes < begins THEN 1440 ELSE finishes END - begins AS minutes
  FROM counted
),
halves AS (
  SELECT *, 'morning' AS day_part, least(begins + minutes, 720) - least(begins, 720) AS part
  FROM lasting
  UNION ALL
  SELECT *, 'afternoon', greatest(begins + minutes, 720) - greatest(begins, 720)
  FROM lasting
)
SELECT
  day, employee_id, role_group, location, day_part,
  greatest(0, part - (2 * pause * part + minutes) // (2 * minutes)) AS minutes
FROM halves
WHERE part > 0;

-- Sessions: a date, half-day, role and site for which somebody is needed, on the days from the first to the last that
-- the roster has anybody of the role on. `needed` and `rostered` are hundredths of minutes. A rule for one half-day takes
-- the place of that for both.
CREATE OR REPLACE TABLE clinic_sessions AS
WITH rules AS (
  SELECT role_group, per, round(ratio * 100)::BIGINT AS hundredths, day_part, tab, row_number
  FROM canonical_coverage_rules
  JOIN (VALUES ('morning'), ('afternoon')) AS halves (day_part) ON coalesce(half_day, 'both') IN (day_part, 'both')
  QUALIFY row_number() OVER (
    PARTITION BY role_group, per, day_part
    ORDER BY coalesce(half_day, 'both') <> 'both' DESC, tab DESC, canonical_coverage_rules.row_number DESC
  ) = 1
),
reach AS (
  SELECT role_group, min("date") AS first_day, max("date") AS last_day
  FROM canonical_shifts
  GROUP BY role_group
),
told AS (
  SELECT coalesce(bool_and(location <> 'None given'), false) AS has_sites
  FROM rostered_half_days
),
needs AS (
  SELECT
    clinic.day, clinic.day_part, rules.role_group,
    CASE WHEN told.has_sites THEN clinic.location ELSE 'None given' END AS location,
    sum(rules.hundredths * clinic.minutes * CASE WHEN rules.per = 'site' THEN 1 ELSE clinic.providers END) AS needed,
    min(rules.tab) AS tab,
    arg_min(rules.row_number, rules.tab * 10000000 + rules.row_number) AS row_number
  FROM clinic_half_days AS clinic
  JOIN rules USING (day_part)
  JOIN reach ON reach.role_group = rules.role_group AND clinic.day BETWEEN reach.first_day AND reach.last_day
  CROSS JOIN told
  -- Where nothing says the site, nobody can say who is missing there.
  WHERE NOT (told.has_sites AND clinic.location = 'None given')
  GROUP BY ALL
),
sums AS (
  SELECT day, day_part, role_group, location, 100 * sum(minutes) AS rostered
  FROM rostered_half_days
  GROUP BY ALL
)
SELECT
  needs.*, coalesce(sums.rostered, 0)::BIGINT AS rostered,
  coalesce(sums.rostered, 0) >= needs.needed AS is_covered,
  -- Months behind us, and the fourteen days to come.
  CASE
    WHEN day < getvariable('first_open_day') THEN date_trunc('month', day)::DATE
    WHEN day < getvariable('first_open_day') + 14 THEN DATE '9999-01-01'
  END AS period
FROM needs
LEFT JOIN sums USING (day, day_part, role_group, location)
WHERE needed > 0;

-- Sessions that may be counted: of roles with at least five people on the roster in the period, in each half-day that needs
-- them; smaller roles together, as `other`, if those are five people.
CREATE OR REPLACE TABLE counted_sessions AS
WITH rostered AS (
  SELECT DISTINCT
    CASE
      WHEN day < getvariable('first_open_day') THEN date_trunc('month', day)::DATE
      WHEN day < getvariable('first_open_day') + 14 THEN DATE '9999-01-01'
    END AS period,
    role_group, day_part, employee_id
  FROM rostered_half_days
  WHERE minutes > 0
),
staffed AS (
  SELECT needs.period, needs.role_group, needs.day_part, rostered.employee_id
  FROM (SELECT DISTINCT period, role_group, day_part FROM clinic_sessions) AS needs
  LEFT JOIN rostered USING (period, role_group, day_part)
),
heads AS (
  SELECT period, role_group, day_part, count(DISTINCT employee_id) AS people
  FROM staffed
  GROUP BY ALL
),
named AS (
  SELECT period, role_group, CASE WHEN min(people) >= 5 THEN role_group ELSE 'other' END AS shown
  FROM heads
  GROUP BY period, role_group
),
shown_heads AS (
  SELECT period, shown, day_part, count(DISTINCT employee_id) AS people
  FROM staffed
  JOIN named USING (period, role_group)
  GROUP BY ALL
),
large AS (
  SELECT period, shown
  FROM shown_heads
  GROUP BY period, shown
  HAVING min(people) >= 5
)
SELECT session.period, large.shown AS role_group, session.day_part, session.is_covered
FROM clinic_sessions AS session
JOIN named USING (period, role_group)
JOIN large USING (period, shown);
