import type { DuckDBConnection } from '@duckdb/node-api'
import type { Dimension, Fact } from '../../../src/cubes/cube.ts'
import { personGroups } from './factTableSql.ts'
import type { PersonRows } from './ledger.ts'
import { LedgerError } from './LedgerError.ts'
import { inOrder, orderOfPeople } from './orderOfPeople.ts'
import { readWholeNumbers } from './readWholeNumbers.ts'
import { readColumns } from './runSql.ts'

/**
 * The rows of a fact by person at a cut, or at all of its dimensions; needs the tables of `buildFacts`.
 * Texts come as positions in their lists, and every column in the smallest type that holds it. The engine
 * hands the rows over as it finds them, and they are put in order here: a million take about a second. Throws `LedgerError`.
 */
export async function readPeople(
  connection: DuckDBConnection,
  fact: Fact,
  cut: readonly Dimension[],
): Promise<PersonRows> {
  const doing = `reading people of fact ${fact.name}`
  const monthNames = await readNames(connection, { fact, key: 'month', doing })
  const names: (string | number)[][] = []
  // One after the other: where one fails, none must be under way on a connection that is about to be closed.
  for (const key of cut) names.push(await readNames(connection, { fact, key, doing }))
  const columns = await readWholeNumbers(connection, peopleSql(fact, cut), doing)
  const [month = none, person = none, sourceRows = none, ...rest] = columns
  const codes = rest.slice(0, cut.length)
  const amounts = rest.slice(cut.length)
  const sizes = [monthNames, ...names].map(({ length }) => length)
  const order = orderOfPeople({ places: [month, ...codes], sizes, person, amounts })
  const measures = Object.keys(fact.measures)
  return {
    fact: fact.name,
    cut,
    monthNames: monthNames.map(String),
    month: inOrder(month, order),
    values: names.map((each, index) => ({ names: each, codes: inOrder(codes[index] ?? none, order) })),
    person: inOrder(person, order),
    sourceRows: inOrder(sourceRows, order),
    measures: Object.fromEntries(
      measures.map((name, index) => [name, inOrder(amounts[index] ?? none, order)]),
    ),
  }
}

const none = new Int32Array()

interface Reading {
  readonly fact: Fact
  readonly doing: string
}

/** The values of a key in order, as the positions in `peopleSql` count them. */
async function readNames(
  connection: DuckDBConnection,
  { fact, key, doing }: Reading & { readonly key: string },
): Promise<(string | number)[]> {
  const name = key === 'month' ? "strftime(month, '%Y-%m-%d')" : key
  const sql = `SELECT ${name} AS name FROM fact_${fact.name} GROUP BY ${key} ORDER BY ${key}`
  const { columns } = await readColumns(connection, sql, doing)
  return (columns[0] ?? []).map((value) => {
    if (typeof value === 'string' || typeof value === 'number') return value
    throw new LedgerError(`${doing}: a key is blank`)
  })
}

/**
 * Month, person, source rows, values of the cut, measures, in no order: the rows of a fact's table; added up by person
 * where the cut leaves out a dimension.
 */
function peopleSql(fact: Fact, cut: readonly Dimension[]): string {
  const keys = ['month', ...cut]
  const measures = Object.keys(fact.measures)
  const person = `coalesce(${fact.people === null ? 'NULL' : 'fact.person'}, -1)::INTEGER AS person`
  const plain = [...keys, 'source_rows', ...measures].map((name) => `fact.${name}`)
  const sums = ['source_rows', ...measures].map((name) => `sum(fact.${name}) AS ${name}`)
  const groups = [...keys.map((key) => `fact.${key}`), ...personGroups(fact, 'fact')]
  const isFine = fact.dimensions.every((dimension) => cut.includes(dimension))
  const rows = isFine
    ? `SELECT ${[...plain, person].join(', ')} FROM fact_${fact.name} AS fact`
    : `SELECT ${[...keys.map((key) => `fact.${key}`), ...sums, person].join(', ')}
       FROM fact_${fact.name} AS fact GROUP BY ${groups.join(', ')}`
  const [month, ...values] = keys.map((key) => `codes_${key}.code`)
  const numbers = measures.map((name) => `${name}::DOUBLE`)
  return `
    WITH ${keys.map((key) => codesSql(fact, key)).join(', ')}, people AS (${rows})
    SELECT ${[month, 'person', 'source_rows::INTEGER', ...values, ...numbers].join(', ')}
    FROM people
    ${keys.map((key) => `JOIN codes_${key} ON codes_${key}.name = people.${key}`).join('\n')}`
}

function codesSql(fact: Fact, key: string): string {
  return `codes_${key} AS (
    SELECT ${key} AS name, (row_number() OVER (ORDER BY ${key}) - 1)::INTEGER AS code
    FROM fact_${fact.name}
    GROUP BY ${key}
  )`
}
