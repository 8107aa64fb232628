-- Visits more than 3 days before the last posted charge for which the patient has no charge line of that
-- day: by the same provider, or by any where the patient had one visit that day or a provider is not
-- known. Lines that were voided add up to nothing and do not count, lines of $0 do. Visits before the
-- first posted charge are beyond what the charges cover, visits without a patient number cannot be found.
CREATE OR REPLACE TABLE checked_visits AS
WITH reach AS (
  SELECT min(post_date) AS first_posted, max(post_date) AS last_posted FROM charge_lines
),
due AS (
  SELECT visits.*, count(*) OVER (PARTITION BY patient_key, appt_date) AS visits_that_day
  FROM visits, reach
  WHERE patient_key IS NOT NULL AND appt_date >= first_posted AND last_posted - appt_date > 3
),
charged AS (
  SELECT patient_key, service_date, provider, sum(amount_cents) AS cents, bool_or(amount_cents = 0) AS is_free
  FROM charge_lines
  WHERE patient_key IS NOT NULL
  GROUP BY ALL
)
SELECT
  due.booking,
  coalesce(sum(charged.cents) > 0 OR bool_or(charged.is_free), false) AS is_charged
FROM due
LEFT JOIN charged
  ON charged.patient_key = due.patient_key
  AND charged.service_date = due.appt_date
  AND (
    due.visits_that_day = 1
    OR charged.provider = due.provider
    OR charged.provider IN ('None given', 'Unmapped')
    OR due.provider = 'Unmapped'
  )
GROUP BY due.booking;

-- Where fewer than half are found, the two tabs do not number patients alike: then nothing is listed.
-- The oldest first.
CREATE OR REPLACE TABLE worklist_visits_without_charge AS
SELECT
  row_number() OVER (ORDER BY visit.appt_date, visit.start_time NULLS LAST, visit.booking) AS position,
  visit.tab, visit.row_number,
  getvariable('as_of') - visit.appt_date AS days,
  strftime(visit.appt_date, '%Y-%m-%d') AS appt_date,
  visit.start_time,
  visit.provider,
  given.location,
  coalesce(given.payer, nullif(given.payer_class, 'none_given')) AS payer,
  given.visit_group,
  visit.appt_id,
  visit.patient_key
FROM checked_visits AS checked
JOIN visits AS visit USING (booking)
JOIN canonical_appointments AS given ON given.tab = visit.tab AND given.row_number = visit.row_number
WHERE NOT checked.is_charged
  AND (SELECT 2 * count(*) FILTER (is_charged) >= count(*) FROM checked_visits);
