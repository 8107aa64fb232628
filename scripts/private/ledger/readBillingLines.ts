import type { DuckDBConnection } from '@duckdb/node-api'
import type { BillingLines } from './ledger.ts'
import { readSql } from './readSql.ts'
import { readWholeNumbers } from './readWholeNumbers.ts'
import { readColumns, runSql } from './runSql.ts'

const own = ['provider', 'location', 'payer', 'adjustment_category'] as const
const ofItem = ['provider', 'location', 'payer'] as const
const texts = [...own, ...ofItem.map((key) => `item_${key}`)]
const ages = ['over_30', 'over_60', 'over_90', 'over_120'] as const

const doing = 'reading lines of charges and payments'
const none = new Int32Array()

/**
 * Charges, payments and adjustments with all that decides in which published sums they are, in no order; needs the
 * tables of `buildFacts`. Throws `LedgerError`.
 */
export async function readBillingLines(connection: DuckDBConnection): Promise<BillingLines> {
  await runSql(connection, await readSql('billing_lines'), doing)
  const monthNames = await readNames(connection, `${monthsSql} ORDER BY name`)
  const names: string[][] = []
  for (const key of texts) {
    names.push(await readNames(connection, `SELECT DISTINCT ${key} AS name FROM billing_lines ORDER BY name`))
  }
  const [isRolled] = await readNames(connection, `SELECT NOT getvariable('from_aging_report') AS name`)
  const columns = await readWholeNumbers(connection, numbersSql(), doing)
  const at = (index: number) => columns[index] ?? none
  const values = names.map((each, index) => ({ names: each, codes: at(5 + index) }))
  return {
    monthNames,
    kind: at(0),
    served: at(1),
    posted: at(2),
    cents: at(3),
    person: at(4),
    cut: own,
    values: values.slice(0, own.length),
    item: { cut: ofItem, values: values.slice(own.length) },
    older: ages.map((_, index) => at(5 + texts.length + index)),
    patients: at(5 + texts.length + ages.length),
    part: at(7 + texts.length + ages.length),
    sourceRows: at(6 + texts.length + ages.length),
    isRolled: isRolled === 'true',
  }
}

const monthsSql = `
  SELECT DISTINCT name FROM (
    SELECT served AS name FROM billing_lines UNION SELECT posted FROM billing_lines
    UNION SELECT strftime(month, '%Y-%m') FROM month_ends
  ) WHERE name IS NOT NULL`

async function readNames(connection: DuckDBConnection, sql: string): Promise<string[]> {
  const { columns } = await readColumns(connection, sql, doing)
  return (columns[0] ?? []).map(String)
}

/** Months and texts as positions in their lists; "always" is before all months, "never" after them. */
function numbersSql(): string {
  const codes = [
    `months AS (SELECT name, (row_number() OVER (ORDER BY name) - 1)::INTEGER AS code FROM (${monthsSql}))`,
    ...texts.map(
      (key) => `codes_${key} AS (
        SELECT ${key} AS name, (row_number() OVER (ORDER BY ${key}) - 1)::INTEGER AS code
        FROM billing_lines GROUP BY ${key}
      )`,
    ),
  ]
  const never = '(SELECT count(*) FROM months)::INTEGER'
  const since = (key: string) => `coalesce(months_${key}.code, ${never})`
  return `
    WITH ${codes.join(', ')}
    SELECT
      kind::INTEGER, coalesce(months_served.code, -1), months_posted.code, cents::DOUBLE,
      person::INTEGER, ${texts.map((key) => `codes_${key}.code`).join(', ')},
      ${ages.map(since).join(', ')},
      CASE WHEN rows.patients = '' THEN -1 ELSE ${since('patients')} END, source_rows::INTEGER, part::INTEGER
    FROM billing_lines AS rows
    ${['served', 'posted', ...ages, 'patients'].map((key) => `LEFT JOIN months AS months_${key} ON months_${key}.name = rows.${key}`).join('\n')}
    ${texts.map((key) => `JOIN codes_${key} ON codes_${key}.name = rows.${key}`).join('\n')}`
}
