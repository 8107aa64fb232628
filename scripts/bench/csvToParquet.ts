import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

// The yardstick of the sync bench: native DuckDB turning the same CSV files into Parquet, nothing else.
const [folder = '', out = ''] = process.argv.slice(2)
const connection = await (await DuckDBInstance.create(':memory:')).connect()
for (const name of ['charges', 'transactions']) {
  await connection.run(
    `copy (from read_csv('${join(folder, `${name}.csv`)}')) to '${join(out, `${name}.parquet`)}' (format parquet)`,
  )
}
connection.closeSync()
