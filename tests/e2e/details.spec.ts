import { readFile } from 'node:fs/promises'
import { choose } from './chartMenu.ts'
import { expect, open, test, tile } from './site.ts'

test('a tile opens its details by keyboard, and closing gives the focus back', async ({ page }) => {
  await open(page, '')
  const button = tile(page, 'days_in_ar').getByRole('button')
  await button.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Days in A/R' })
  await expect(dialog).toBeVisible()
  await expect(dialog).toContainText('charges posted in the three months up to it')
  await expect(dialog).toContainText('Source tabs')
  await expect(dialog).toContainText('Billing, Aging')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(button).toBeFocused()
})

test('the details link to the definition', async ({ page }) => {
  await open(page, 'collections/')
  await tile(page, 'net_collection_rate').getByRole('button').click()
  await page.getByRole('link', { name: 'Definition of Net collection rate' }).click()
  await expect(page).toHaveURL(/definitions\/#net_collection_rate$/)
  await expect(page.locator('#net_collection_rate')).toBeInViewport()
})

test('every page of numbers can be walked through by keyboard', async ({ page }) => {
  await open(page, '')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the numbers' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Period' })).toBeFocused()
})

test('a chart has a table behind it, and the table a download', async ({ page }) => {
  await open(page, '')
  const chart = page.locator('.chart', { has: page.getByRole('heading', { name: 'Net collections' }) })
  await choose(chart, 'Net collections', 'show as a table')
  const rows = chart.getByRole('row')
  await expect(rows).toHaveCount(14)
  const last = await rows.last().innerText()

  const downloading = page.waitForEvent('download')
  await choose(chart, 'Net collections', 'download CSV')
  const download = await downloading
  expect(download.suggestedFilename()).toBe('collections_2026-10_2026-10.csv')
  const [table = '', notes = ''] = (await readFile(await download.path(), 'utf8')).split('\r\n\r\n')
  expect(notes).toContain('An invented practice')
  const lines = table.split('\r\n')
  expect(lines[0]).toBe('"Month","Net collections (USD)"')
  expect(lines).toHaveLength(14)
  const [month = '', dollars = ''] = (lines.at(-1) ?? '').split(',')
  expect(last).toContain(month.replaceAll('"', ''))
  expect(Number(last.replace(/.*\$/, '').replaceAll(',', ''))).toBe(Number(dollars))
})

test('the details say why a number changed, and a table of it adds up', async ({ page }) => {
  await open(page, 'collections/')
  await tile(page, 'net_collections').getByRole('button').click()
  const why = page.getByRole('dialog').locator('.why')
  await expect(why.locator('.chart-summary')).toHaveText(/^(Up|Down) \$.* from Sep 2026: .*visits [+−]\$/)
  await expect(why.locator('svg.recharts-surface').first()).toBeVisible()
  await choose(why, 'Why it changed', 'show as a table')
  const cells = await why.getByRole('cell').allInnerTexts()
  const cents = cells.map((text) => Number(text.replace('−', '-').replace(/[$,.]/g, '')))
  expect(cents.slice(0, -1).reduce((sum, value) => sum + value, 0)).toBe(cents.at(-1))
  await why.getByRole('button', { name: 'vs Oct 2025' }).click()
  await expect(why.locator('.chart-summary')).toContainText('from Oct 2025')
})

test('the Overview is a letter: how the month was, why, and what needs attention, each with the page that explains it', async ({
  page,
}) => {
  await open(page, '')
  const headline = page.locator('[data-headline]')
  await expect(headline).toContainText(/^October 2026 brought in \$\d.*(above|below) budget, and/)
  await expect(headline).toContainText(/vital signs with a target/)
  const changed = page.getByRole('region', { name: 'What changed most, and why' })
  await expect(changed).toContainText(/Net collections: (Up|Down) \$.* from Oct 2025: /)
  await changed.getByText('How these are chosen').click()
  await expect(changed).toContainText('3.145')
  await expect(page.getByRole('region', { name: 'Needs attention' })).toContainText(/goal/i)
  const link = changed.getByRole('link').first()
  const metric = (await link.getAttribute('href'))?.split('#')[1] ?? ''
  await link.click()
  await expect(page).toHaveURL(/\/collections\//)
  await expect(tile(page, metric)).toBeInViewport()
})

test('the letter is of the whole practice’s last closed month, and told there only', async ({ page }) => {
  await open(page, '?period=2026-08')
  await expect(page.locator('[data-headline]')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Needs attention' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Show Oct 2026' }).click()
  await expect(page.locator('[data-headline]')).toContainText('October 2026')
  await expect(page).not.toHaveURL(/period/)
})
