-- Claims that no payer has settled, sent more than 60 days ago, or whose payer's filing limit, which counts from the day
-- of service, ends within 30 days. What the clearinghouse rejected has not reached the payer; a denial is open until it
-- is resolved; of a claim that was paid, in full or in part, nothing is open here. The nearest limits first, then the
-- most money. Payers are found by their spellings as the payers tab has them, as classes are (PayerDirectory.ts); of
-- two limits for one spelling the shorter holds.
CREATE OR REPLACE MACRO payer_key(spelling) AS
  trim(regexp_replace(regexp_replace(lower(spelling), '[.,]', '', 'g'), '[\s_-]+', ' ', 'g'));

CREATE OR REPLACE TABLE filing_limits AS
WITH spelled AS (
  SELECT unnest(list_concat([name, payer_id], string_split(coalesce(aliases, ''), ';'))) AS spelling, timely_filing_days
  FROM canonical_payers
  WHERE timely_filing_days IS NOT NULL
)
SELECT payer_key(spelling) AS payer_key, min(timely_filing_days)::INTEGER AS filing_days
FROM spelled
WHERE payer_key(spelling) <> ''
GROUP BY ALL;

CREATE OR REPLACE TABLE worklist_open_claims AS
WITH states AS (
  SELECT
    given.*,
    CASE
      WHEN given.outcome NOT IN ('pending', 'denied') AND NOT coalesce(given.first_remit_date > getvariable('as_of'), false)
        OR line.is_closed THEN NULL
      WHEN given.clearinghouse_status = 'rejected' THEN 'rejected'
      WHEN given.outcome = 'pending' OR coalesce(given.first_remit_date > getvariable('as_of'), false) THEN 'no answer'
      WHEN given.denial_category IS DISTINCT FROM 'not_a_denial' THEN 'denied'
    END AS state,
    limits.filing_days
  FROM claim_lines AS line
  JOIN canonical_claims AS given USING (tab, row_number)
  LEFT JOIN filing_limits AS limits ON limits.payer_key = payer_key(given.payer)
),
due AS (
  SELECT
    *,
    getvariable('as_of') - submitted_date AS days,
    service_date + filing_days AS file_by,
    service_date + filing_days - getvariable('as_of') AS days_left,
    coalesce(service_date + filing_days - getvariable('as_of') BETWEEN 0 AND 30, false) AS is_near
  FROM states
  WHERE state IS NOT NULL
)
SELECT
  row_number() OVER (
    ORDER BY CASE WHEN is_near THEN days_left END NULLS LAST, charge_amount DESC, submitted_date, tab, row_number
  ) AS position,
  tab, row_number,
  charge_amount::BIGINT AS charge_cents,
  days,
  strftime(submitted_date, '%Y-%m-%d') AS submitted_date,
  state,
  CASE WHEN state = 'denied' THEN coalesce(denial_category, 'unknown') END AS denial_category,
  strftime(file_by, '%Y-%m-%d') AS file_by,
  days_left,
  coalesce(payer, nullif(payer_class, 'none_given')) AS payer,
  strftime(service_date, '%Y-%m-%d') AS service_date,
  claim_id,
  patient_key
FROM due
WHERE days > 60 OR is_near;
