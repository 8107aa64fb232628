import { expect, linkOf, test } from './sealedSite.ts'
import { open } from './site.ts'

/** What only owners have: payroll, and money by provider. */
const ofOwners = ['payroll', 'expenses', 'transactions_by_provider', 'charges_by_provider'] as const

test('a viewer explores the viewers’ edition: owners’ numbers, splits and tables are not in it', async ({
  page,
  sealed,
  site,
  watch,
}) => {
  // The engine's worker logs what it refuses.
  watch.expected = /Catalog Error/
  await open(page, linkOf(`${site.address}explore/`, sealed.viewer))
  const result = page.getByRole('region', { name: 'Result' })
  await expect(result.getByRole('table')).toContainText('$')
  const numbers = page.getByRole('combobox', { name: 'Number' })
  await expect(numbers.locator('option', { hasText: 'Staff cost: for owners only' })).toBeDisabled()
  const split = page.getByRole('combobox', { name: 'Split by' })
  await expect(split.locator('option', { hasText: 'Provider' })).toBeDisabled()

  await page.locator('.sql > summary').press('Enter')
  const tables = await page.locator('.sql-table summary').allTextContents()
  expect(tables).toContain('appointments_by_provider')
  expect(tables.filter((name) => ofOwners.some((one) => one === name.trim()))).toEqual([])
  const question = page.getByRole('textbox', { name: 'Question' })
  const said = page.locator('.sql').getByRole('status')
  for (const name of ofOwners) {
    await question.fill(`select * from ${name}`)
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await expect(page.locator('.sql-error'), name).toContainText(`Table with name ${name} does not exist`)
    await question.fill('select distinct provider from appointments_by_provider')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await expect(said).toHaveText(/^\d+ rows\.$/)
  }
  const answer = page.getByRole('region', { name: 'Answer, table' })
  await expect(answer).toContainText('Provider 1')
  await expect(answer).not.toContainText('Dr.')
  await question.fill('select table_name from duckdb_tables()')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(said).toHaveText(`${String(tables.length)} rows.`)
})

test('an owners’ number in the address of a viewer says whose it is', async ({ page, sealed, site }) => {
  await open(page, linkOf(`${site.address}explore/?metric=staff_cost`, sealed.viewer))
  await expect(page.getByRole('region', { name: 'Result' })).toContainText(
    'For owners only. Your link is for viewers.',
  )
  await page.goto(`${site.address}explore/?metric=net_collections&by=provider`)
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('For owners only.')
})
