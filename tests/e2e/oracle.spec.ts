import type { Page } from '@playwright/test'
import type { FilterDimension } from '../../src/bundle/bundle.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import { formatMetricValue } from '../../src/format/formatValue.ts'
import { keptPrivate } from '../../src/format/keptPrivate.ts'
import { metricById } from '../../src/metrics/metrics.ts'
import { readCubeTables } from '../helpers/syncFolder.ts'
import { readDemoRows, type DemoRows } from '../oracle/demoRows.ts'
import { oracle } from '../oracle/oracle.ts'
import { isMerged, type Part } from './mergedCells.ts'
import { expect, open, siteFolder, test } from './site.ts'

// The workbook is read once, not once for each worker.
test.describe.configure({ mode: 'default' })

// A whole quarter and two months: no prepared answer covers that, so every figure comes from DuckDB-WASM.
const period = { from: '2026-05', to: '2026-09' }
const filters: readonly { dimension: FilterDimension; label: string; value: string }[] = [
  { dimension: 'provider', label: 'Provider', value: 'Dr. Priya Raghunathan' },
  { dimension: 'provider', label: 'Provider', value: 'Dr. Elena Quiroga' },
  { dimension: 'location', label: 'Location', value: 'Millbrook' },
  { dimension: 'location', label: 'Location', value: 'Riverbend Main' },
  { dimension: 'payer', label: 'Payer class', value: 'commercial' },
  { dimension: 'payer', label: 'Payer class', value: 'medicaid' },
  { dimension: 'payer', label: 'Payer class', value: 'medicare' },
]

let demo: DemoRows
let tables: readonly CubeTable[]

test.beforeAll(async () => {
  test.setTimeout(300_000)
  demo = await readDemoRows()
  tables = await readCubeTables(`${siteFolder}bundle`)
})

// Enough of both, or the comparison says little.
for (const { address, exact, withheld } of [
  { address: '', exact: 20, withheld: 10 },
  { address: 'collections/', exact: 20, withheld: 4 },
  { address: 'schedule/', exact: 10, withheld: 12 },
  { address: 'staffing/', exact: 2, withheld: 3 },
]) {
  test(`/${address}: the browser's engine says what the oracle says, or withholds what is merged`, async ({
    page,
  }) => {
    const engineFiles: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/engine/')) engineFiles.push(request.url())
    })
    await open(page, `${address}?period=${period.from}..${period.to}`)
    const counts = { exact: 0, withheld: 0 }
    for (const { dimension, label, value } of filters) {
      await page.getByRole('combobox', { name: label }).selectOption(value)
      // A provider's name is in no address.
      const written = dimension === 'provider' ? 'Provider%20\\d+' : encodeURIComponent(value)
      await expect(page).toHaveURL(new RegExp(`${dimension}=${written}$`))
      for (const { id, text } of await answeredTiles(page)) {
        const due = expected(id, { dimension, value, period })
        expect(`${value}: ${id} ${plain(text)}`).toBe(`${value}: ${id} ${plain(due)}`)
        counts[due === keptPrivate ? 'withheld' : 'exact'] += 1
      }
    }
    expect(engineFiles.length).toBeGreaterThan(0)
    expect(counts.exact).toBeGreaterThanOrEqual(exact)
    expect(counts.withheld).toBeGreaterThanOrEqual(withheld)
  })
}

/** What the tiles show that the published tables can say, once all is computed. */
async function answeredTiles(page: Page): Promise<{ id: string; text: string }[]> {
  const tiles = page.locator('#app [data-metric]')
  await expect(tiles.and(page.locator('[data-state=loading]'))).toHaveCount(0)
  return tiles.evaluateAll((found) =>
    found
      .filter((tile) => tile.getAttribute('data-state') !== 'unavailable')
      .map((tile) => ({
        id: tile.getAttribute('data-metric') ?? '',
        text: tile.querySelector('.tile-value')?.textContent ?? '',
      })),
  )
}

/** What a tile has to say: that a sum behind it is merged, or the oracle's value as a tile would word it. */
function expected(id: string, part: Part): string {
  const metric = metricById(id)
  if (isMerged(metric, part, tables)) return keptPrivate
  const where = { [part.dimension]: [part.value] }
  const [row] = oracle(id, { by: [], where, period }, demo.rows, demo.options)
  const value = row?.value ?? null
  if (value === null) return 'No data'
  return `${formatMetricValue(metric, value)}${metric.unit === 'per_day' ? 'a day' : ''}`
}

/** Without the space between a figure and its unit, which the page sets by style. */
function plain(text: string): string {
  return text.replaceAll(/\s/g, '')
}
