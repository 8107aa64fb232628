CREATE OR REPLACE TABLE fact_visits AS
SELECT
  date_trunc('month', appt_date)::DATE AS month,
  provider, location, payer, visit_type,
  count(*) AS visit_count,
  count(*) FILTER (is_new_patient) AS new_patient_visit_count,
  count(*) FILTER (is_telehealth) AS telehealth_visit_count
FROM visits
GROUP BY ALL;
