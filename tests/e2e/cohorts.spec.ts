import { readFile } from 'node:fs/promises'
import { choose } from './chartMenu.ts'
import { expect, open, test } from './site.ts'

const title = 'How each month is being paid'

test('a month that is still being paid is estimated, dashed and named an estimate in table and CSV', async ({
  page,
}) => {
  await open(page, 'collections/')
  const chart = page.locator('.chart', { has: page.getByRole('heading', { name: title }) })
  await expect(chart.locator('.chart-summary')).toContainText(/estimate \d+\.\d% \(\d+\.\d% to \d+\.\d%\)/)
  await chart.scrollIntoViewIfNeeded()
  await expect(chart.locator('.recharts-line-curve[stroke-dasharray="3 4"]').first()).toBeVisible()
  await expect(chart.locator('.legend')).toContainText('Estimate')
  // Each line is named at its end.
  await expect(chart.locator('.end-labels')).toContainText('maturing')

  await choose(chart, title, 'show as a table')
  await expect(chart.getByRole('columnheader', { name: 'Estimate at 120 days' })).toBeVisible()
  await expect(chart.getByRole('row')).toHaveCount(14)

  const downloading = page.waitForEvent('download')
  await choose(chart, title, 'download CSV')
  const [table = ''] = (await readFile(await (await downloading).path(), 'utf8')).split('\r\n\r\n')
  const [names = [], ...rows] = table.split('\r\n').map((line) => line.replaceAll('"', '').split(','))
  const final = names.findIndex((name) => name.startsWith('120 days'))
  const estimate = names.findIndex((name) => name.startsWith('Estimate at 120 days'))
  expect(rows).toHaveLength(13)
  const maturing = rows.filter((row) => row[estimate] !== '')
  expect(maturing.length).toBeGreaterThan(0)
  // What is estimated has not been paid: no month has both.
  expect(maturing.filter((row) => row[final] !== '')).toEqual([])
})
