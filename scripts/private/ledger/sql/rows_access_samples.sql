-- One row per look at the schedule up to the as-of date that found a third open slot, on that day or later.
CREATE OR REPLACE VIEW rows_access_samples AS
SELECT
  date_trunc('month', sample_date)::DATE AS month,
  provider,
  coalesce(visit_group, 'unmapped') AS visit_type,
  1 AS source_rows,
  1 AS sample_count,
  third_next_date - sample_date AS third_next_days
FROM canonical_access_samples
WHERE sample_date <= getvariable('as_of') AND third_next_date >= sample_date;
