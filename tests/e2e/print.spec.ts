import type { Page } from '@playwright/test'
import { printed, type Sheet } from './pdfSheets.ts'
import { expect, figure, open, pages, test } from './site.ts'

/** Without spaces: a PDF has none of its own between words. */
function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '')
}

async function textsOf(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((all) => all.map((each) => each.textContent))
}

const drawings = '.recharts-surface, .chart-bars, table.heat, table.scorecard'

/** Each chart is drawn; most of them only once they are near the screen. */
async function drawn(page: Page): Promise<void> {
  await expect(page.locator('.chart').first()).toBeVisible()
  for (const chart of await page.locator('.chart').all()) {
    await chart.scrollIntoViewIfNeeded()
    await expect(chart.locator(drawings).first()).toBeVisible()
  }
}

/** As a print would lay the page out. */
async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('html[data-paper]')).toBeAttached()
}

function sheetWith(sheets: readonly Sheet[], text: string): number {
  return sheets.findIndex(({ words }) => squeezed(words).includes(squeezed(text)))
}

for (const address of pages.filter((each) => each !== 'definitions/')) {
  test(`each sheet of ${address || 'overview'} says whose numbers, which page, how old, and its place`, async ({
    page,
  }) => {
    await open(page, address)
    // Sheets are counted before they are drawn: what comes between the two would be one too many or too few.
    await page.waitForLoadState('networkidle')
    const title = await page.locator('h1').innerText()
    for (const format of ['Letter', 'A4'] as const) {
      const sheets = await printed(page, format)
      expect(sheets.length).toBeLessThan(20)
      for (const [index, { words, width, texts }] of sheets.entries()) {
        expect(words).toContain(`Riverbend Family & Specialty Care · ${title}`)
        expect(words).toContain('Data up to Nov 4, 2026')
        expect(words).toContain(`Page ${index + 1} of ${sheets.length}`)
        expect(words).toContain('no number here is about a real patient')
        for (const { text, left, right } of texts) {
          expect(left, text).toBeGreaterThan(20)
          expect(right, text).toBeLessThan(width - 20)
        }
      }
    }
  })
}

test('a sheet says what the numbers are narrowed to', async ({ page }) => {
  await open(page, 'collections/?period=2026-09&payer=commercial')
  const sheets = await printed(page)
  for (const { words } of sheets) expect(words).toContain('Collections · Sep 2026 · Commercial')
})

test('paper has every tile, and under or beside each drawing its whole table', async ({ page }) => {
  await open(page, 'collections/')
  // Nobody has scrolled: most charts are not drawn yet.
  await page.waitForLoadState('networkidle')
  const charts = page.locator('.chart')
  const isDrawn = charts.filter({ has: page.locator(drawings) })
  expect(await isDrawn.count()).toBeLessThan(await charts.count())
  const figures = await textsOf(page, '.tile [data-part=value]')
  const titles = await textsOf(page, '.chart h2')
  const sheets = await printed(page)
  const paper = squeezed(sheets.map(({ words }) => words).join(' '))
  expect(figures.length).toBeGreaterThan(5)
  for (const value of figures) expect(paper).toContain(squeezed(value))
  // What the axis of a drawing far below says, and no table.
  expect(paper).toContain('$750k')

  await onPaper(page)
  expect(await isDrawn.count()).toBe(await charts.count())
  const cells = await textsOf(page, '.chart .table :is(td, th)')
  expect(cells.length).toBeGreaterThan(200)
  for (const cell of new Set(cells)) expect(paper).toContain(squeezed(cell))
  for (const title of titles) {
    const chart = page.locator('.chart', { has: page.getByRole('heading', { name: title, exact: true }) })
    const first = await chart.locator('td').first().textContent()
    const sentence = await chart.locator('.chart-summary').textContent()
    const [sheet] = sheets.slice(sheetWith(sheets, sentence ?? ''))
    expect(squeezed(sheet?.words ?? ''), title).toContain(squeezed(title))
    expect(squeezed(sheet?.words ?? ''), title).toContain(squeezed(first ?? ''))
  }
})

test('drawings are as wide as the paper leaves room for, and the screen’s come back', async ({ page }) => {
  await open(page, 'schedule/')
  await drawn(page)
  const widths = () =>
    page.locator('.chart-plot svg.recharts-surface').evaluateAll((all) =>
      all.map((each) => {
        const card = each.closest('.chart')?.getBoundingClientRect()
        const { width, right } = each.getBoundingClientRect()
        return { width, beyond: right - (card?.right ?? 0) }
      }),
    )
  const onScreen = await widths()
  await onPaper(page)
  const narrow = await widths()
  expect(narrow.length).toBe(onScreen.length)
  for (const { width, beyond } of narrow) {
    expect(width).toBeLessThanOrEqual(6.75 * 96)
    expect(beyond).toBeLessThanOrEqual(0)
  }
  await page.emulateMedia({ media: 'screen' })
  await expect.poll(widths).toEqual(onScreen)
})

test('a dark page is printed in light colours', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page, '')
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.querySelector('.tile') ?? document.body).color)
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
  const light = await ground()
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
  expect(await ground()).not.toBe(light)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await ground()).toBe(light)
})

test('what is only for fingers is not on paper', async ({ page }) => {
  await open(page, '')
  await expect(figure(page, 'net_collections')).toContainText('$')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('combobox')).toHaveCount(0)
  await expect(
    page.getByRole('button').filter({ hasText: /\S/ }).filter({ hasNotText: /[a-z]/ }),
  ).toHaveCount(0)
  await expect(page.getByRole('navigation')).toHaveCount(0)
})

test('definitions opened at one number print that number', async ({ page }) => {
  await open(page, 'definitions/#net_collection_rate')
  const sheets = await printed(page)
  expect(sheets).toHaveLength(1)
  expect(sheets[0]?.words).toContain('Net collection rate')
})
