import { expect, figure, open, test, tile } from './site.ts'

test('the view is in the address: it can be copied, and back and forward work', async ({ page, context }) => {
  await open(page, '')
  const whole = await figure(page, 'net_collections').innerText()
  await page.getByRole('combobox', { name: 'Location' }).selectOption('Millbrook')
  await expect(page).toHaveURL(/\?location=Millbrook$/)
  await expect(figure(page, 'net_collections')).not.toHaveText(whole)
  await expect(figure(page, 'net_collections')).toContainText('$')
  const millbrook = await figure(page, 'net_collections').innerText()

  const copy = await context.newPage()
  await open(copy, page.url())
  await expect(figure(copy, 'net_collections')).toHaveText(millbrook)
  await expect(copy.getByRole('combobox', { name: 'Location' })).toHaveValue('Millbrook')

  await page.goBack()
  await expect(figure(page, 'net_collections')).toHaveText(whole)
  await page.goForward()
  await expect(figure(page, 'net_collections')).toHaveText(millbrook)
  await page.getByRole('button', { name: 'Clear filter: Millbrook' }).click()
  await expect(page).toHaveURL(/\/$/)
  await expect(figure(page, 'net_collections')).toHaveText(whole)
})

test('a range of months is in the address, and its tiles say which months they show', async ({ page }) => {
  await open(page, '?period=2026-01..2026-10')
  await expect(page.getByRole('combobox', { name: 'Period' })).toHaveValue('year_to_date')
  await expect(tile(page, 'net_collections')).toContainText('Jan – Oct 2026')
  await expect(tile(page, 'net_collections')).toContainText('vs Jan – Oct 2025')
})

test('a bad value in the address is ignored, with a notice that does not repeat it', async ({ page }) => {
  await open(page, '?period=2031-99&provider=%3Cimg%20src%3Dx%3E&colour=red')
  await expect(page.getByRole('status').locator('.notice')).toHaveCount(2)
  await expect(page.getByRole('status').first()).not.toContainText('img')
  await expect(page.getByRole('combobox', { name: 'Provider' })).toHaveValue('')
  await expect(figure(page, 'net_collections')).toContainText('$')
})

test('the menu keeps the view', async ({ page }) => {
  await open(page, '?location=Millbrook')
  await page.getByRole('link', { name: 'Collections', exact: true }).click()
  await expect(page).toHaveURL(/collections\/\?location=Millbrook$/)
  await expect(page.getByRole('combobox', { name: 'Location' })).toHaveValue('Millbrook')
})
