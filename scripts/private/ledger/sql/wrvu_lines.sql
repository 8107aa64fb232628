-- Charge lines with their work RVUs in hundredths, null where nothing says them: the line's own, else the table's of
-- the year of service. A row of the table for one of the line's modifiers says what the line is worth; else the row
-- without a modifier counts, times what Medicare pays for the line's modifiers: 50 on both sides, 51 one of several, 52
-- reduced, 62 two surgeons, 80 assistant, TC no work at all; 26 is the work itself. Voids lower by what the line raised.
CREATE OR REPLACE TABLE wrvu_lines AS
WITH listed AS (
  SELECT year, upper(trim(cpt)) AS cpt, upper(nullif(trim(modifier), '')) AS modifier, min(wrvu) AS wrvu
  FROM canonical_wrvu_table
  GROUP BY ALL
),
lines AS (
  SELECT
    line, service_date, provider, person, amount_cents, wrvu,
    upper(trim(cpt)) AS cpt,
    year(service_date) AS year,
    coalesce(abs(units), 1) AS units,
    CASE WHEN amount_cents < 0 OR units < 0 THEN -1 ELSE 1 END AS sign,
    regexp_extract_all(upper(coalesce(modifiers, '')), '[A-Z0-9]+') AS marks
  FROM charge_lines
),
own AS (
  SELECT lines.line, min(listed.wrvu) AS wrvu
  FROM lines
  JOIN listed ON listed.year = lines.year AND listed.cpt = lines.cpt
  WHERE list_contains(lines.marks, listed.modifier)
  GROUP BY lines.line
)
SELECT
  lines.line, lines.service_date, lines.provider, lines.person, lines.cpt,
  -- Informational codes of $0 that nothing values are nobody's work.
  lines.amount_cents <> 0 AS is_charged,
  (lines.sign * round(100 * coalesce(
    abs(lines.wrvu),
    lines.units * own.wrvu,
    lines.units * plain.wrvu * coalesce(list_aggregate(list_transform(lines.marks, mark -> CASE mark
      WHEN '50' THEN 1.5::DOUBLE
      WHEN '51' THEN 0.5
      WHEN '52' THEN 0.5
      WHEN '62' THEN 0.625
      WHEN '80' THEN 0.16
      WHEN 'TC' THEN 0
      ELSE 1
    END), 'product'), 1)
  )))::BIGINT AS wrvu_hundredths
FROM lines
LEFT JOIN own ON own.line = lines.line
LEFT JOIN listed AS plain
  ON plain.year = lines.year AND plain.cpt = lines.cpt AND plain.modifier IS NULL;
