import { inaccessible } from './inaccessible.ts'
import { expect, linkOf, test } from './sealedSite.ts'
import { open } from './site.ts'

test('data health tells a viewer what the numbers rest on, and gives no row or amount away', async ({
  page,
  sealed,
  site,
}) => {
  await open(page, linkOf(`${site.address}data-health/`, sealed.viewer))
  const basis = page.getByRole('region', { name: 'What the numbers rest on, table' })
  await expect(basis.getByRole('row')).not.toHaveCount(1)
  await expect(basis).toContainText('Appointments')
  const text = await basis.innerText()
  expect(text.replaceAll(/[A-Z][a-z]{2} \d{4}|1%/g, '')).not.toMatch(/\d/)
  await expect(page.getByText('Rows, rejected rows and unmapped values are for owners.')).toBeVisible()
  // Published as sums, for everybody.
  await expect(page.getByRole('region', { name: 'A/R tie-out, table' })).toBeVisible()
  for (const name of ['What was read', 'Where the money went', 'Rejected rows', 'Values nobody has mapped']) {
    await expect(page.getByRole('heading', { name })).toHaveCount(0)
  }
})

test('data health tells an owner every row and cent', async ({ page, sealed, site }) => {
  await open(page, linkOf(`${site.address}data-health/`, sealed.owner))
  await expect(page.getByText('All accounted for')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Where the money went, table' })).toContainText(/\$\d/)
  await expect(page.getByRole('region', { name: 'Rejected rows, table' })).toContainText('Schedule')
  await expect(page.getByText('are for owners')).toHaveCount(0)
})

test("a viewer's data health is accessible and fits its screen, light and dark", async ({
  page,
  sealed,
  site,
}) => {
  await open(page, linkOf(`${site.address}data-health/`, sealed.viewer))
  await expect(page.getByRole('heading', { name: 'What the numbers rest on' })).toBeVisible()
  for (const width of [320, 390, 1440]) {
    await page.setViewportSize({ width, height: 844 })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `at ${String(width)} px`).toBe(0)
  }
  expect(await inaccessible(page)).toEqual([])
})
