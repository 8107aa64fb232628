import { simulatePractice } from '../../scripts/demo/simulatePractice.ts'
import { publishedFigure, type Truth } from '../../scripts/demo/truth.ts'
import { formatCount } from '../../src/format/formatCount.ts'
import { formatMoney } from '../../src/format/formatMoney.ts'
import { formatPercent } from '../../src/format/formatPercent.ts'
import { keptPrivate } from '../../src/format/keptPrivate.ts'
import { blockEngine, expect, figure, missing, missingChart, open, test, tile } from './site.ts'

// The truth is simulated once, not once for each worker.
test.describe.configure({ mode: 'default' })

const provider = 'Dr. Adaeze Okafor'
const payer = 'commercial'
const month = '2026-10'
const quarter = ['2026-07', '2026-08', '2026-09'] as const

/** The demo's own truth: sums made while it was simulated, by no code of the product. */
let truth: Truth

test.beforeAll(() => {
  ;({ truth } = simulatePractice())
})

/** A figure of a month from the truth, for the whole practice or one value of a filter. */
function truthOf(measure: string, cut: 'month' | 'provider' | 'payer', key: string): number {
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
  await expect(figure(page, 'completed_visits')).toHaveText(
    formatCount(truthOf('visit_count', 'provider', `${month}|${provider}`)),
  )
  await expect(page.getByText('Not computed')).toHaveCount(0)
})

test('what is not published for a filter says so, and why', async ({ page }) => {
  await open(page, `?provider=${encodeURIComponent(provider)}`)
  await expect(missing(page, 'overhead_rate')).toContainText('Not available')
  await expect(missing(page, 'overhead_rate')).toContainText('is not published by provider')
  await expect(tile(page, 'overhead_rate')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Accounts receivable by age' })).toHaveCount(0)
  await expect(missingChart(page, 'aging')).toContainText(
    'Not shown by age bucket for one provider: groups would be too small.',
  )
})

test('a second filter takes the place of the first, and the page says so', async ({ page }) => {
  await open(page, '')
  const [providers, payers] = ['Provider', 'Payer class'].map((name) => page.getByRole('combobox', { name }))
  await providers?.selectOption(provider)
  await expect(page).toHaveURL(/\?provider=Provider%20\d+$/)
  await expect(page.getByRole('status').locator('.notice')).toHaveCount(0)

  await payers?.selectOption(payer)
  await expect(page.getByRole('status').first()).toContainText(
    'The payer class takes the place of the provider',
  )
  await expect(page).toHaveURL(/\?payer=commercial$/)
  await expect(page.getByRole('combobox', { name: 'Provider' })).toHaveValue('')
  await expect(figure(page, 'completed_visits')).toHaveText(
    formatCount(truthOf('visit_count', 'payer', `${month}|${payer}`)),
  )

  await page.getByRole('button', { name: 'Clear filter: Commercial' }).click()
  await expect(page).toHaveURL(/\/$/)
  await expect(figure(page, 'completed_visits')).toHaveText(
    formatCount(truthOf('visit_count', 'month', month)),
  )
  await expect(page.getByRole('status').locator('.notice')).toHaveCount(0)
})

test('of two filters in the address one counts, and the page says which does not', async ({ page }) => {
  await open(page, `?provider=${encodeURIComponent(provider)}&payer=commercial`)
  await expect(page.getByRole('status').first()).toContainText('The payer class in the address was ignored')
  await expect(page.getByRole('combobox', { name: 'Payer class' })).toHaveValue('')
  await expect(page.getByRole('combobox', { name: 'Provider' })).toHaveValue(provider)
})

test('a filter in another month is answered by the engine, and equals the truth', async ({ page }) => {
  await open(page, '?period=2026-09&payer=commercial')
  const of = (measure: string) => truthOf(measure, 'payer', `2026-09|${payer}`)
  await expect(figure(page, 'completed_visits')).toHaveText(formatCount(of('visit_count')))
  const noShows = of('no_show_count')
  await expect(figure(page, 'no_show_rate')).toHaveText(
    formatPercent(noShows / (noShows + of('visit_count'))),
  )
  await tile(page, 'net_collections').getByRole('button').click()
  await expect(page.getByRole('dialog').locator('dd.result')).toHaveText(
    formatMoney(of('net_payment_cents'), 'exact'),
  )
})

test('a rate of fewer than 11 people is shown for no provider, and the page says why', async ({ page }) => {
  await open(page, '')
  const choose = page.getByRole('combobox', { name: 'Provider' })
  const names = (await choose.locator('option').allTextContents()).slice(1)
  let few = 0
  for (const name of names) {
    await choose.selectOption(name)
    await expect(page.getByRole('button', { name: `Clear filter: ${name}` })).toBeVisible()
    const noShows = truthOf('no_show_count', 'provider', `${month}|${name}`)
    if (noShows === 0 || noShows > 10) continue
    few += 1
    await expect(tile(page, 'no_show_rate')).toHaveAttribute('data-state', 'withheld')
    await expect(figure(page, 'no_show_rate')).toHaveText(keptPrivate)
    await expect(tile(page, 'no_show_rate')).toContainText('to protect a small group')
  }
  expect(few).toBeGreaterThan(names.length / 2)
})

test('what a month withholds, its quarter may show: as the page advises, and as the truth has it', async ({
  page,
}) => {
  const name = 'Dr. Priya Raghunathan'
  await open(page, '')
  await page.getByRole('combobox', { name: 'Provider' }).selectOption(name)
  await expect(figure(page, 'no_show_rate')).toHaveText(keptPrivate)
  await tile(page, 'no_show_rate').getByRole('button').click()
  await expect(page.getByRole('dialog')).toContainText('Choose a whole quarter, such as')
  await expect(page.getByRole('dialog').locator('dd.result')).toHaveText(keptPrivate)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Show Jul – Sep 2026' }).click()
  const [noShows = 0, visits = 0] = ['no_show_count', 'visit_count'].map((measure) =>
    quarter.reduce((sum, each) => sum + truthOf(measure, 'provider', `${each}|${name}`), 0),
  )
  await expect(figure(page, 'no_show_rate')).toHaveText(formatPercent(noShows / (noShows + visits)))
})

test('the running month is shown for the whole practice only', async ({ page }) => {
  await open(page, '?period=2026-11')
  await expect(figure(page, 'completed_visits')).toContainText(/\d/)
  await page.getByRole('combobox', { name: 'Provider' }).selectOption(provider)
  await expect(figure(page, 'completed_visits')).toHaveText(keptPrivate)
  await expect(tile(page, 'completed_visits')).toContainText('shown for the whole practice only')
  await expect(page.getByRole('main')).toContainText('The last month shown is still open.')
  // The letter below offers the same month for its sentences.
  const view = page.getByRole('list', { name: 'This view' })
  await view.getByRole('button', { name: 'Show Oct 2026' }).click()
  await expect(figure(page, 'completed_visits')).toContainText(/\d/)
})

test('where the engine cannot run, what it would answer says so, and a retry works', async ({
  page,
  watch,
}) => {
  watch.expected = /ERR_FAILED/
  await blockEngine(page)
  await open(page, '?period=2026-08..2026-09')
  await expect(missing(page, 'completed_visits')).toContainText('Not computed')
  await expect(page.getByRole('alert')).toContainText('calculation engine')
  // Said once for all of the page's numbers, with one way to try again.
  await expect(page.getByText('calculation engine cannot be reached')).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(1)
  // A chart that is drawn has its numbers; the names of the others stand in a line.
  await expect(page.locator('.chart', { hasText: 'Not computed' })).toHaveCount(0)
  await expect(page.locator('.missing', { hasText: 'Not drawn' })).toHaveCount(1)

  await page.unroute('**/engine/**')
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
  const visits = ['2026-08', '2026-09'].reduce((sum, each) => sum + truthOf('visit_count', 'month', each), 0)
  await expect(figure(page, 'completed_visits')).toHaveText(formatCount(visits))
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

test('where data is to be saved the engine is fetched only once the reader agrees', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })
  })
  const fetched: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/engine/')) fetched.push(request.url())
  })
  await open(page, '?period=2025-07..2025-08')
  const notice = page.getByRole('status').filter({ hasText: 'about 8 MB' })
  await expect(notice).toBeVisible()
  expect(fetched).toEqual([])
  await notice.getByRole('button', { name: 'Load it' }).click()
  await expect(figure(page, 'completed_visits')).toHaveText(/\d/)
  await expect(notice).toHaveCount(0)
  expect(fetched.length).toBeGreaterThan(0)
})
