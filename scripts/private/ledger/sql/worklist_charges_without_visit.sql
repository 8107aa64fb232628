-- Days on which a patient was charged something that stands, and whether the schedule has a visit of that patient and day,
-- or one whose appointment number a line has as its encounter. Only of months with visits, between the first and the
-- last of them, and more than 3 days ago: the schedule tells nothing of others. Voided lines add up to nothing.
CREATE OR REPLACE TABLE charged_days AS
WITH kept AS (
  SELECT DISTINCT patient_key, appt_date, appt_id FROM all_bookings
  WHERE status = 'completed' AND patient_key IS NOT NULL
),
reach AS (
  SELECT min(appt_date) AS first_visit, max(appt_date) AS last_visit FROM visits
),
covered AS (
  SELECT DISTINCT date_trunc('month', appt_date)::DATE AS month FROM visits
),
linked AS (
  SELECT DISTINCT charge.patient_key, charge.service_date
  FROM charge_lines AS charge
  JOIN kept ON kept.patient_key = charge.patient_key AND kept.appt_id = charge.encounter_id
),
days AS (
  SELECT
    charge.patient_key, charge.service_date,
    sum(charge.amount_cents)::BIGINT AS charge_cents,
    min(charge.line) FILTER (charge.amount_cents > 0) AS line
  FROM charge_lines AS charge, reach
  WHERE charge.patient_key IS NOT NULL
    AND charge.service_date BETWEEN first_visit AND last_visit
    AND getvariable('as_of') - charge.service_date > 3
    AND date_trunc('month', charge.service_date) IN (SELECT month FROM covered)
  GROUP BY charge.patient_key, charge.service_date
  HAVING sum(charge.amount_cents) > 0
)
SELECT
  days.*,
  EXISTS (FROM kept WHERE kept.patient_key = days.patient_key AND kept.appt_date = days.service_date)
    OR EXISTS (FROM linked WHERE linked.patient_key = days.patient_key AND linked.service_date = days.service_date)
    AS is_kept
FROM days;

-- Where fewer than half are found, the two tabs do not number patients alike: then nothing is listed. A day stands for its
-- first line; what the schedule has of the patient on that day says what to look for. Most money first.
CREATE OR REPLACE TABLE worklist_charges_without_visit AS
WITH booked AS (
  SELECT
    patient_key, appt_date,
    CASE
      WHEN bool_or(is_unresolved) THEN 'no outcome yet'
      WHEN bool_or(status = 'no_show') THEN 'no-show'
      WHEN bool_or(status = 'left_unseen') THEN 'left unseen'
      ELSE 'cancelled or moved'
    END AS booking
  FROM all_bookings
  WHERE patient_key IS NOT NULL
  GROUP BY ALL
)
SELECT
  row_number() OVER (ORDER BY day.charge_cents DESC, day.service_date, day.line) AS position,
  charge.tab, charge.row_number,
  day.charge_cents,
  getvariable('as_of') - day.service_date AS days,
  strftime(day.service_date, '%Y-%m-%d') AS service_date,
  coalesce(booked.booking, 'none') AS booking,
  given.rendering_provider AS provider,
  given.location,
  coalesce(given.payer, nullif(charge.payer, 'none_given')) AS payer,
  charge.charge_id,
  charge.claim_id,
  charge.encounter_id,
  charge.patient_key
FROM charged_days AS day
JOIN charge_lines AS charge ON charge.line = day.line
JOIN canonical_charges AS given ON given.tab = charge.tab AND given.row_number = charge.row_number
LEFT JOIN booked ON booked.patient_key = day.patient_key AND booked.appt_date = day.service_date
WHERE NOT day.is_kept
  AND (SELECT 2 * count(*) FILTER (is_kept) >= count(*) FROM charged_days);
