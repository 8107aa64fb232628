import { simulatePractice } from '../../scripts/demo/simulatePractice.ts'
import { publishedFigure, type Truth } from '../../scripts/demo/truth.ts'
import { formatCount } from '../../src/format/formatCount.ts'
import { formatMoney } from '../../src/format/formatMoney.ts'
import { formatPercent } from '../../src/format/formatPercent.ts'
import { blockEngine, expect, figure, open, test, tile } from './site.ts'

const provider = 'Dr. Adaeze Okafor'
const payer = 'commercial'
const month = '2026-10'

/** The demo's own truth: sums made while it was simulated, by no code of the product. */
let truth: Truth

test.beforeAll(() => {
  ;({ truth } = simulatePractice())
})

/** A figure of the month from the truth, for one provider, or one provider and payer. */
function truthOf(measure: string, cut: 'provider' | 'provider_payer'): number {
  const key = cut === 'provider' ? `${month}|${provider}` : `${month}|${provider}|${payer}`
  return publishedFigure(truth, 'cuts', { cut, key, measure })
}

test('with the engine blocked, the default numbers and those of one filter are all there', async ({
  page,
  watch,
}) => {
  watch.expected = /ERR_FAILED/
  await blockEngine(page)
  await open(page, '')
  const values = await page.locator('.tile [data-part=value]').allTextContents()
  expect(values.filter((value) => !/\d/.test(value))).toEqual([])

  await page.getByRole('combobox', { name: 'Provider' }).selectOption(provider)
  await expect(figure(page, 'completed_visits')).toHaveText(formatCount(truthOf('visit_count', 'provider')))
  await expect(page.getByText('Not computed')).toHaveCount(0)
})

test('what is not published for a filter says so, and why', async ({ page }) => {
  await open(page, '?provider=Dr.%20Adaeze%20Okafor')
  await expect(tile(page, 'overhead_rate')).toContainText('Not available')
  await expect(tile(page, 'overhead_rate')).toContainText('is not published by provider')
})

test('two filters at once are answered by the engine, and equal the truth', async ({ page }) => {
  await open(page, '')
  await page.getByRole('combobox', { name: 'Provider' }).selectOption(provider)
  await page.getByRole('combobox', { name: 'Payer class' }).selectOption(payer)
  await expect(figure(page, 'completed_visits')).toHaveText(
    formatCount(truthOf('visit_count', 'provider_payer')),
  )

  const noShows = truthOf('no_show_count', 'provider_payer')
  const kept = truthOf('kept_count', 'provider_payer')
  await expect(figure(page, 'no_show_rate')).toHaveText(formatPercent(noShows / (noShows + kept)))

  await tile(page, 'net_collections').getByRole('button').click()
  const exact = formatMoney(truthOf('net_payment_cents', 'provider_payer'), 'exact')
  await expect(page.getByRole('dialog').locator('dd.result')).toHaveText(exact)
})

test('where the engine cannot run, what it would answer says so, and a retry works', async ({
  page,
  watch,
}) => {
  watch.expected = /ERR_FAILED/
  await blockEngine(page)
  await open(page, '')
  await page.getByRole('combobox', { name: 'Provider' }).selectOption(provider)
  await page.getByRole('combobox', { name: 'Payer class' }).selectOption(payer)
  await expect(figure(page, 'completed_visits')).toHaveText('Not computed')
  await expect(page.getByRole('alert')).toContainText('calculation engine')

  await page.unroute('**/engine/**')
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
  await expect(figure(page, 'completed_visits')).toHaveText(
    formatCount(truthOf('visit_count', 'provider_payer')),
  )
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a damaged file is refused, and no number is shown', async ({ page }) => {
  await page.route('**/bundle/data/*.pack', async (route) => {
    const response = await route.fetch()
    const body = await response.body()
    body[body.length - 1] = (body.at(-1) ?? 0) ^ 1
    await route.fulfill({ response, body })
  })
  await page.goto('')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The numbers did not arrive whole')
  await expect(page.locator('[data-part=value]')).toHaveCount(0)
})
