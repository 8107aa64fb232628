import type { Fact } from '../../../src/cubes/cube.ts'

/**
 * `CREATE TABLE fact_<name>` from view `rows_<name>`, which has a row per source row: month, dimensions,
 * `person` (where the fact is about people), `source_rows` and measures. The table adds up what agrees in
 * month, dimensions and person; rows without a person, besides, in which measures are not 0, so that
 * `source_rows` says for each of them how many rows are behind it.
 */
export function factTableSql(fact: Fact): string {
  const person = fact.people === null ? 'NULL::INTEGER AS person' : 'person'
  const keys = ['month', ...fact.dimensions]
  const sums = Object.keys(fact.measures).map((name) => `sum(${name})::BIGINT AS ${name}`)
  return `
    CREATE OR REPLACE TABLE fact_${fact.name} AS
    SELECT ${[...keys, person, 'sum(source_rows)::BIGINT AS source_rows', ...sums].join(', ')}
    FROM rows_${fact.name} AS source
    GROUP BY ${[...keys.map((key) => `source.${key}`), ...personGroups(fact, 'source')].join(', ')}`
}

/** By what rows of a fact are grouped, beside its keys, so that people stay apart. */
export function personGroups(fact: Fact, table: string): string[] {
  if (fact.people === null) return []
  const bits = Object.keys(fact.measures).map((name, bit) => `(${table}.${name} <> 0)::INTEGER * ${2 ** bit}`)
  return [`${table}.person`, `CASE WHEN ${table}.person IS NULL THEN ${bits.join(' + ')} END`]
}
