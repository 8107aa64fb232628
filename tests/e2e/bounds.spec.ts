import { expect, open, test, tile } from './site.ts'

const range = /\d+\.\d% to \d+\.\d%/

test('uncategorized adjustments: the bounds stand in the details, under the chart and on Data health', async ({
  page,
}) => {
  await open(page, 'collections/')
  const chart = page.locator('.chart', { has: page.getByRole('heading', { name: 'Collection rates' }) })
  const sentence = new RegExp(`rolling 12 months: ${range.source} while adjustments are uncategorized`)
  await expect(chart.locator('.chart-summary')).toContainText(sentence)
  await tile(page, 'net_collection_rate').getByRole('button').click()
  const matched = page.getByRole('dialog', { name: 'Net collection rate' })
  await expect(matched).toContainText('make this rate look lower than it is')
  await expect(matched.locator('.facts > div', { hasText: 'Estimate at 120 days' })).toHaveCount(1)

  await open(page, '')
  await tile(page, 'net_collection_rate_12m').getByRole('button').click()
  const rolling = page.getByRole('dialog', { name: 'Net collection rate, rolling 12 months' })
  await expect(rolling.locator('.facts > div', { hasText: 'Low and high bound' })).toContainText(range)

  await open(page, 'data-health/')
  await expect(page.getByText('Some adjustments are uncategorized.')).toContainText(range)
})
