import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { build } from 'esbuild'
import type { Practice } from '../../src/bundle/bundle.ts'
import type { Database } from '../../src/db/database.ts'
import { nodeDatabase } from '../../src/db/nodeDatabase.ts'
import { metrics } from '../../src/metrics/metrics.ts'
import { compileMetric } from '../../src/queries/compileMetric.ts'
import { toMetricRows } from '../../src/queries/toMetricRows.ts'
import { readCubeTables, readPart } from '../helpers/syncFolder.ts'
import { differencesBetween } from '../oracle/compareRows.ts'
import { questionList } from '../oracle/questionList.ts'
import { expect, siteFolder, test } from './site.ts'

let script = ''

test.beforeAll(async () => {
  const bundled = await build({
    entryPoints: [fileURLToPath(new URL('engineHarness.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    write: false,
  })
  script = bundled.outputFiles[0]?.text ?? ''
})

/** A page of the site's own origin that holds nothing but the engine. */
async function openEngine(page: Page, cubes: readonly string[]): Promise<void> {
  await page.route('**/engine-harness.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<script type="module" src="engine-harness.js"></script>',
    }),
  )
  await page.route('**/engine-harness.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  )
  await page.goto('engine-harness.html')
  await page.waitForFunction(() => 'engineHarness' in window)
  await page.evaluate((names) => window.engineHarness.open(names), cubes)
}

test('every metric, split and filtered in every way it is offered: the browser answers what the build answers', async ({
  page,
}) => {
  const bundle = join(siteFolder, 'bundle')
  const tables = await readCubeTables(bundle)
  const native: Database = await nodeDatabase()
  await native.load(tables)
  await openEngine(
    page,
    tables.map(({ cube }) => cube.name),
  )
  const { asOf, filters } = await readPart<Practice>(bundle, null, 'practice')
  let compared = 0
  for (const metric of metrics) {
    const queries = questionList(metric, asOf, filters)
    const compiled = queries.map((query) => compileMetric(metric, query))
    // All of a metric in one go: the way to the page costs more than the answer.
    const answers = await page.evaluate(async (list) => {
      const rows = []
      for (const query of list) rows.push(await window.engineHarness.query(query))
      return rows
    }, compiled)
    for (const [index, query] of queries.entries()) {
      const statement = compiled[index]
      if (!statement) throw new Error('a question without a statement')
      const expected = toMetricRows(query, await native.query(statement))
      const actual = toMetricRows(query, answers[index] ?? [])
      expect(differencesBetween(expected, actual), JSON.stringify(query)).toEqual([])
      compared += 1
    }
  }
  await native.close()
  expect(compared).toBeGreaterThan(metrics.length * 5)
})

test('the engine is locked: SQL reaches no file, no address and no setting', async ({
  page,
  site,
  watch,
}) => {
  // The engine's worker logs what it refuses.
  watch.expected = /./
  await openEngine(page, [])
  const address = `${site.address}bundle/manifest.json`
  for (const sql of [
    `select * from read_csv('${address}')`,
    `select * from '${address}'`,
    `copy (select 1) to 'stolen.csv'`,
    `attach '${address}' as other`,
    `load json`,
    `set enable_external_access = true`,
    `set lock_configuration = false`,
  ]) {
    expect(
      await page.evaluate((statement) => window.engineHarness.refusal(statement), sql),
      sql,
    ).not.toBeNull()
  }
  expect(await page.evaluate(() => window.engineHarness.refusal('select 1'))).toBeNull()
})
