import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format } from 'prettier'
import type { MetricRow } from '../../src/queries/metricQuery.ts'
import { metrics } from '../../src/metrics/metrics.ts'
import { readDemoPractice } from './demoPractice.ts'
import { goldenFolder, goldenQueries, type Golden } from './golden.ts'
import { oracle } from './oracle.ts'

/**
 * Writes the golden files from the oracle, never from SQL. Run by hand after a wanted change of the
 * demo practice or of a definition, and read the difference before committing it:
 * `node tests/oracle/writeGoldens.ts`
 */
const { rows, options } = await readDemoPractice()
await mkdir(goldenFolder, { recursive: true })
for (const metric of metrics) {
  const answers = goldenQueries(metric, options.asOf).map(({ by, where, period }) => ({
    by,
    period,
    rows: oracle(metric.id, { by, where, period }, rows, options).toSorted(byAddress),
  }))
  const golden: Golden = { metric: metric.id, asOf: options.asOf, answers }
  await writeFile(
    join(goldenFolder, `${metric.id}.json`),
    await format(JSON.stringify(golden), { parser: 'json', printWidth: 110 }),
  )
}

function byAddress(a: MetricRow, b: MetricRow): number {
  const address = ({ month, keys }: MetricRow) => JSON.stringify([month ?? '', keys])
  return address(a) < address(b) ? -1 : 1
}
