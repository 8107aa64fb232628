import { formatMetricValue } from '../../src/format/formatValue.ts'
import { metricById } from '../../src/metrics/metrics.ts'
import { readDemoPractice, type DemoPractice } from '../oracle/demoPractice.ts'
import { oracle } from '../oracle/oracle.ts'
import { expect, open, test } from './site.ts'

const period = { from: '2026-06', to: '2026-09' }
const where = { provider: ['Dr. Adaeze Okafor'], location: ['Riverbend Main'], payer: ['commercial'] }
const pairs = [
  ['provider', 'payer'],
  ['provider', 'location'],
  ['location', 'payer'],
] as const

let demo: DemoPractice

test.beforeAll(async () => {
  test.setTimeout(300_000)
  demo = await readDemoPractice()
})

// Two filters over four months: no prepared answer covers that, so every figure comes from DuckDB-WASM.
for (const pair of pairs) {
  for (const address of ['', 'collections/', 'schedule/']) {
    test(`${pair.join(' and ')} on /${address}: the browser's engine says what the oracle says`, async ({
      page,
    }) => {
      const engineFiles: string[] = []
      page.on('request', (request) => {
        if (request.url().includes('/engine/')) engineFiles.push(request.url())
      })
      const filters = pair.map((dimension) => `${dimension}=${encodeURIComponent(where[dimension][0] ?? '')}`)
      await open(page, `${address}?period=${period.from}..${period.to}&${filters.join('&')}`)
      const tiles = page.locator('#app [data-metric]')
      await expect(tiles.and(page.locator('[data-state=loading]'))).toHaveCount(0)
      const shown = await tiles.evaluateAll((found) =>
        found.map((tile) => ({
          id: tile.getAttribute('data-metric') ?? '',
          state: tile.getAttribute('data-state') ?? '',
          text: tile.querySelector('.tile-value')?.textContent ?? '',
        })),
      )
      const answered = shown.filter(({ state }) => state !== 'unavailable')
      expect(answered.length).toBeGreaterThan(2)
      expect(engineFiles.length).toBeGreaterThan(0)
      for (const { id, text } of answered)
        expect(`${id} ${plain(text)}`).toBe(`${id} ${plain(expected(id, pair))}`)
    })
  }
}

/** What the oracle says of a metric for the period and the two filters, as a tile would word it. */
function expected(id: string, pair: readonly (keyof typeof where)[]): string {
  const metric = metricById(id)
  const filters = Object.fromEntries(pair.map((dimension) => [dimension, where[dimension]]))
  const [row] = oracle(id, { by: [], where: filters, period }, demo.rows, demo.options)
  const value = row?.value ?? null
  if (value === null) return 'No data'
  return `${formatMetricValue(metric, value)}${metric.unit === 'per_day' ? 'a day' : ''}`
}

/** Without the space between a figure and its unit, which the page sets by style. */
function plain(text: string): string {
  return text.replaceAll(/\s/g, '')
}
