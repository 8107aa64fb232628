-- What a practice without any charge or payment line says of its months: totals of the whole practice, and a lower bound
-- of how many lines are behind each. Null is what the report does not say. Of several tabs that tell the same month of the
-- same site the later counts; where one tells sites and another does not, the later alone. The decision is in ../README.md.
CREATE OR REPLACE VIEW billing_summary_rows AS
WITH
-- The sign that most of a tab's amounts of one kind have is the plain one.
signs AS (
  SELECT
    tab,
    CASE WHEN sum(sign(charges)) < 0 THEN -1 ELSE 1 END AS of_charges,
    CASE WHEN sum(sign(payments)) < 0 THEN -1 ELSE 1 END AS of_payments,
    CASE WHEN sum(sign(insurance_payments)) < 0 THEN -1 ELSE 1 END AS of_insurance,
    CASE WHEN sum(sign(patient_payments)) < 0 THEN -1 ELSE 1 END AS of_patients,
    CASE WHEN sum(sign(adjustments)) < 0 THEN -1 ELSE 1 END AS of_adjustments,
    CASE WHEN sum(sign(contractual)) < 0 THEN -1 ELSE 1 END AS of_contractual,
    CASE WHEN sum(sign(write_offs)) < 0 THEN -1 ELSE 1 END AS of_write_offs,
    CASE WHEN sum(sign(withheld)) < 0 THEN -1 ELSE 1 END AS of_withheld,
    CASE WHEN sum(sign(refunds)) < 0 THEN -1 ELSE 1 END AS of_refunds
  FROM canonical_billing_summary
  GROUP BY tab
),
signed AS (
  SELECT
    tab, row_number, location, patients, claims, change_in_ar,
    date_trunc('month', month)::DATE AS month,
    of_charges * charges AS charges,
    CASE
      WHEN payments IS NOT NULL THEN of_payments * payments
      WHEN insurance_payments IS NOT NULL OR patient_payments IS NOT NULL
        THEN coalesce(of_insurance * insurance_payments, 0) + coalesce(of_patients * patient_payments, 0)
    END AS payments,
    of_contractual * contractual AS contractual,
    CASE
      WHEN adjustments IS NOT NULL THEN of_adjustments * adjustments
      WHEN contractual IS NOT NULL OR write_offs IS NOT NULL OR withheld IS NOT NULL
        THEN coalesce(of_contractual * contractual, 0) + coalesce(of_write_offs * write_offs, 0)
          + coalesce(of_withheld * withheld, 0)
    END AS adjustments,
    of_refunds * refunds AS refunds
  FROM canonical_billing_summary
  JOIN signs USING (tab)
),
placed AS (
  SELECT
    *,
    count(location) OVER (PARTITION BY month) NOT IN (0, count(*) OVER (PARTITION BY month)) AS is_mixed
  FROM signed
)
SELECT
  tab, row_number, month, patients, claims, change_in_ar, charges,
  CASE WHEN payments IS NOT NULL OR refunds IS NOT NULL THEN coalesce(payments, 0) - coalesce(refunds, 0) END
    AS net_payments,
  contractual, adjustments,
  tab < max(tab) OVER (PARTITION BY month, CASE WHEN is_mixed THEN '' ELSE coalesce(location, '') END) AS is_replaced
FROM placed;

-- Behind an amount are at least as many people as the row that surely has most: those whom it counts (its claims where it counts
-- no patients), and of payments and contractual adjustments only as far as they reach, for those whom a row counts need not
-- have paid: of 80 who were charged $20,000, payments of $1,000 are of 4. Never are there more than all rows with such an
-- amount count together, if all of them count. Adjustments of all kinds in one sum are mostly contractual; beside contractual ones
-- nothing says how many others there are but how many rows have one.
CREATE OR REPLACE VIEW billing_totals_all AS
WITH counted AS (
  SELECT
    *,
    coalesce(patients, claims) AS people,
    coalesce(abs(net_payments)::DOUBLE / nullif(abs(charges), 0), 0) AS paid_share,
    coalesce(abs(coalesce(contractual, adjustments))::DOUBLE / nullif(abs(charges), 0), 0) AS adjusted_share
  FROM billing_summary_rows
)
SELECT
  month,
  sum(charges)::BIGINT AS charge_cents,
  sum(net_payments)::BIGINT AS net_payment_cents,
  sum(adjustments)::BIGINT AS adjustment_cents,
  sum(contractual)::BIGINT AS contractual_cents,
  -- Three rows count as one person. `least` and `greatest` pass over what is not known.
  least(
    greatest(count(*) FILTER (charges <> 0), max(people) FILTER (charges <> 0), 1),
    CASE
      WHEN count(patients) FILTER (charges <> 0) = count(*) FILTER (charges <> 0)
        THEN greatest(3 * sum(patients) FILTER (charges <> 0), 1)
    END
  )::BIGINT AS charge_rows,
  least(
    greatest(count(*) FILTER (net_payments <> 0), max(floor(least(people, 3 * people * paid_share))), 1),
    CASE
      WHEN count(patients) FILTER (net_payments <> 0) = count(*) FILTER (net_payments <> 0)
        THEN greatest(3 * sum(patients) FILTER (net_payments <> 0), 1)
    END
  )::BIGINT AS payment_rows,
  least(
    greatest(count(*) FILTER (contractual <> 0), max(floor(least(people, 3 * people * adjusted_share))), 1),
    CASE
      WHEN count(patients) FILTER (contractual <> 0) = count(*) FILTER (contractual <> 0)
        THEN greatest(3 * sum(patients) FILTER (contractual <> 0), 1)
    END
  )::BIGINT AS contractual_rows,
  CASE
    WHEN count(contractual) > 0 THEN greatest(count(*) FILTER (adjustments <> coalesce(contractual, 0)), 1)
    ELSE least(
      greatest(count(*) FILTER (adjustments <> 0), max(floor(least(people, 3 * people * adjusted_share))), 1),
      CASE
        WHEN count(patients) FILTER (adjustments <> 0) = count(*) FILTER (adjustments <> 0)
          THEN greatest(3 * sum(patients) FILTER (adjustments <> 0), 1)
      END
    )
  END::BIGINT AS other_rows
FROM counted
WHERE NOT is_replaced AND month <= getvariable('as_of')
GROUP BY month;

-- A month that leaves a kind of amount blank in all its rows is no month of 0: none of it counts.
CREATE OR REPLACE TABLE billing_totals AS
FROM billing_totals_all
WHERE getvariable('only_totals')
  AND charge_cents IS NOT NULL AND net_payment_cents IS NOT NULL AND adjustment_cents IS NOT NULL;

-- The totals as lines, kinds as in `billing_lines`. The rows of both kinds of adjustments together are no more than those
-- of the larger: the same people may be behind both.
CREATE OR REPLACE VIEW billing_total_lines AS
WITH adjusted AS (
  SELECT
    *,
    adjustment_cents - coalesce(contractual_cents, 0) AS other_cents,
    CASE
      WHEN coalesce(contractual_cents, 0) = 0 THEN other_rows
      ELSE greatest(least(other_rows, greatest(contractual_rows, other_rows) // 2), 1)
    END AS own_other_rows
  FROM billing_totals
)
SELECT month, 0 AS kind, 'none' AS adjustment_category, charge_rows::BIGINT AS source_rows, charge_cents AS cents
FROM adjusted
WHERE charge_cents IS NOT NULL
UNION ALL
SELECT month, 1, 'none', payment_rows, net_payment_cents
FROM adjusted
WHERE net_payment_cents IS NOT NULL
UNION ALL
SELECT
  month, 2, 'contractual',
  CASE
    WHEN coalesce(other_cents, 0) = 0 THEN contractual_rows
    ELSE greatest(greatest(contractual_rows, other_rows) - own_other_rows, 1)
  END,
  contractual_cents
FROM adjusted
WHERE contractual_cents IS NOT NULL
UNION ALL
SELECT month, 3, 'unknown', own_other_rows, other_cents
FROM adjusted
WHERE other_cents <> 0;
