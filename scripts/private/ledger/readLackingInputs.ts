import type { DuckDBConnection } from '@duckdb/node-api'
import { inputs, type InputName } from '../../../src/cubes/inputs.ts'
import { LedgerError } from './LedgerError.ts'
import { readSql } from './readSql.ts'
import { readRows, runSql } from './runSql.ts'

const doing = 'looking for what the rows do not say'

/** The inputs that no row up to the as-of date gives, in their declared order; needs the tables of `buildFacts`. Throws `LedgerError`. */
export async function readLackingInputs(connection: DuckDBConnection): Promise<InputName[]> {
  await runSql(connection, await readSql('given_inputs'), doing)
  const rows = await readRows(connection, 'SELECT input, is_given FROM given_inputs', doing)
  const isGiven = new Map(rows.map(({ input, is_given: given }) => [input, given === true]))
  return (Object.keys(inputs) as InputName[]).filter((name) => {
    const given = isGiven.get(name)
    if (given === undefined) throw new LedgerError(`nothing says whether an input is given: ${name}`)
    return !given
  })
}
