import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import Papa from 'papaparse'
import { inaccessible } from './inaccessible.ts'
import { reachingStatements } from './pageEngine.ts'
import { expect, open, test } from './site.ts'

const choice = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })
const result = (page: Page) => page.getByRole('region', { name: 'Result' })
const answer = (page: Page) => page.getByRole('region', { name: 'Answer, table' })
const said = (page: Page) => page.locator('.sql').getByRole('status')

/** A table's cells as text, its head first. */
async function cellsOf(table: Locator): Promise<string[][]> {
  await expect(table).toBeVisible()
  return table
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)),
    )
}

/** A download's table, and what stands under it. */
async function downloaded(page: Page, button: Locator): Promise<{ rows: string[][]; notes: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  const text = await readFile(await download.path(), 'utf8')
  const [table = '', notes = ''] = text.split('\r\n\r\n')
  return { rows: Papa.parse<string[]>(table).data, notes }
}

/** By keyboard: a chart that comes in moves what is under a pointer. */
async function openSql(page: Page): Promise<void> {
  await page.locator('.sql > summary').press('Enter')
}

/** By keyboard too, as the page offers. */
async function ask(page: Page, text: string): Promise<void> {
  const question = page.getByRole('textbox', { name: 'Question' })
  await question.fill(text)
  await question.press('Control+Enter')
}

/** Dollars as the table shows them, or as the download has them, as cents; no data is empty there. */
function cents(text = ''): number | string {
  if (text === 'no data') return ''
  return /^-?\$?[\d,.]+$/.test(text) ? Math.round(Number(text.replace(/[$,]/g, '')) * 100) : text
}

test('a number by two splits: the chart, its table and the download say the same', async ({ page }) => {
  await open(page, 'explore/')
  await choice(page, 'and by').selectOption('Payer')
  await expect(page).toHaveURL(/explore\/\?by=month,payer$/)
  await expect(result(page).getByRole('heading')).toHaveText('Net collections by month and payer')
  await expect(result(page).locator('svg.recharts-surface').first()).toBeVisible()
  const [head = [], ...shown] = await cellsOf(result(page).getByRole('table'))
  expect(shown).toHaveLength(12)
  expect(shown.flat().some((cell) => cell === 'Kept private')).toBe(true)

  await page.getByRole('button', { name: /: table and downloads$/ }).click()
  const csv = await downloaded(page, page.getByRole('button', { name: /download CSV$/ }).first())
  expect(csv.rows[0]).toEqual(head.map((name, index) => (index === 0 ? name : `${name} (USD)`)))
  expect(csv.rows.slice(1).map((row) => row.map(cents))).toEqual(shown.map((row) => row.map(cents)))
  expect(csv.notes).toContain('An invented practice')
  expect(csv.notes).toContain('Net collections: Insurance and patient payments less refunds')
  expect(csv.notes).toContain('Posting date')
})

test('what cannot be split so is offered with the reason, and cannot be chosen', async ({ page }) => {
  await open(page, 'explore/?by=provider')
  const second = choice(page, 'and by')
  await expect(second.locator('option', { hasText: 'Payer' })).toBeDisabled()
  await expect(second.locator('option', { hasText: 'Month' })).toBeEnabled()
  await page.getByText('Second splits that are not offered').click()
  await expect(page.locator('.explore-reasons')).toContainText('groups would be too small')

  await choice(page, 'Number').selectOption('Days in A/R')
  await expect(page).toHaveURL(/metric=days_in_ar/)
  await expect(result(page)).toContainText(/\d/)
})

test('a number is found by typing', async ({ page }) => {
  await open(page, 'explore/')
  await page.getByRole('searchbox', { name: 'Find a number' }).fill('no-show weekday')
  await expect(choice(page, 'Number').locator('optgroup option')).toHaveText([
    'No-show rate by weekday and part of the day',
  ])
  await choice(page, 'Number').selectOption('No-show rate by weekday and part of the day')
  await choice(page, 'Split by').selectOption('Weekday')
  await choice(page, 'and by').selectOption('Day part')
  await expect(result(page).locator('table.heat')).toBeVisible()
})

test('the address holds what is shown: it can be opened again, and back and forward work', async ({
  page,
  context,
}) => {
  await open(page, 'explore/')
  await choice(page, 'Number').selectOption('No-show rate')
  await choice(page, 'Split by').selectOption('Quarter')
  await choice(page, 'and by').selectOption('Location')
  await choice(page, 'From').selectOption('2026-01')
  await expect(page).toHaveURL(/\?metric=no_show_rate&by=quarter,location&period=2026-01\.\.2026-10$/)
  const shown = await cellsOf(result(page).getByRole('table'))
  expect(shown).toHaveLength(4)

  const copy = await context.newPage()
  await open(copy, page.url())
  expect(await cellsOf(result(copy).getByRole('table'))).toEqual(shown)
  await expect(choice(copy, 'and by')).toHaveValue('location')
  await copy.close()

  await page.goBack()
  await expect(choice(page, 'From')).toHaveValue('2025-11')
  await page.goBack()
  await expect(choice(page, 'and by')).toHaveValue('')
  await page.goForward()
  await expect(choice(page, 'and by')).toHaveValue('location')
})

test('bad values in the address are ignored, with notices that do not repeat them', async ({ page }) => {
  await open(page, 'explore/?metric=%3Cimg%3E&by=provider,payer,location&period=2031-99&color=red')
  const notices = page.getByRole('status').locator('.notice')
  await expect(notices).toHaveCount(3)
  expect((await notices.allTextContents()).join()).not.toMatch(/img|2031/)
  await expect(result(page).getByRole('heading')).toHaveText('Net collections by month')
})

test('a question in SQL gives what the page gives, and its download too', async ({ page }) => {
  await open(page, 'explore/')
  const [, ...shown] = await cellsOf(result(page).getByRole('table'))
  await openSql(page)
  await ask(
    page,
    `select strftime(month, '%b %Y') as m, net_payment_cents / 100 as dollars, '=1+1' as text
     from transactions -- by month
     where months = 1 and month between date '2025-11-01' and date '2026-10-01' order by month;`,
  )
  await expect(said(page)).toHaveText('12 rows.')
  const [head, ...rows] = await cellsOf(answer(page).getByRole('table'))
  expect(head).toEqual(['m', 'dollars', 'text'])
  expect(rows.map(([month, sum]) => [month, cents(sum)])).toEqual(
    shown.map(([month, sum]) => [month, cents(sum)]),
  )
  const csv = await downloaded(page, page.getByRole('button', { name: 'Answer: download CSV' }))
  expect(csv.rows.slice(1).map(([month, sum]) => [month, cents(sum)])).toEqual(
    rows.map(([month, sum]) => [month, cents(sum)]),
  )
  expect(csv.rows[1]?.[2]).toBe("'=1+1")
})

test('dates, sums, lists, doubled names and nulls are all shown', async ({ page }) => {
  await open(page, 'explore/')
  await openSql(page)
  await ask(
    page,
    `select max(month) as d, sum(months) as n, [1, 2] as l, true as b, null as x, 1 as n from transactions`,
  )
  await expect(said(page)).toHaveText('1 row.')
  const [, row = []] = await cellsOf(answer(page).getByRole('table'))
  expect(row[0]).toMatch(/^2026-\d\d-01$/)
  expect(row[1]).toMatch(/^\d+$/)
  expect(row.slice(2)).toEqual(['[1,2]', 'true', '', '1'])
  for (const text of [
    'show tables',
    'describe transactions',
    'summarize transactions',
    'from transactions',
  ]) {
    await ask(page, text)
    await expect(said(page), text).toHaveText(/^[\d,]+ rows\.$/)
  }
})

test('a definition puts a question about its table into the box, and no other text', async ({ page }) => {
  await open(page, 'definitions/#no_show_rate')
  await page.locator('#no_show_rate').getByRole('link', { name: 'appointments_by_payer' }).click()
  await expect(page).toHaveURL(/explore\/\?table=appointments_by_payer$/)
  const question = page.getByRole('textbox', { name: 'Question' })
  await expect(question).toHaveValue(/^from appointments_by_payer\n/)
  await question.press('Control+Enter')
  await expect(said(page)).toHaveText(/^[\d,]+ rows\.$/)

  await open(page, 'explore/?table=transactions;drop')
  await openSql(page)
  await expect(question).not.toHaveValue(/drop/)
})

test('at most a thousand rows are shown, and it says so', async ({ page }) => {
  await open(page, 'explore/')
  await openSql(page)
  await ask(page, 'select * from range(1000)')
  await expect(said(page)).toHaveText('1,000 rows.')
  await ask(page, 'select range as r from range(5000) order by r desc')
  await expect(said(page)).toHaveText('More than 1,000 rows: these are the first 1,000.')
  const rows = await cellsOf(answer(page).getByRole('table'))
  expect(rows).toHaveLength(1_001)
  expect(rows[1]).toEqual(['4999'])
})

test('very wide and very long answers are cut, and it says so', async ({ page }) => {
  await open(page, 'explore/')
  await openSql(page)
  const names = Array.from({ length: 2_000 }, (_, index) => `${String(index)} as c${String(index)}`)
  await ask(page, `select ${names.join(', ')} from range(1000)`)
  await expect(said(page)).toHaveText('1,000 rows. The first 50 of 2,000 columns.')
  await ask(page, `select repeat('x', 1000000) as x, 'short' as y from range(20)`)
  await expect(said(page)).toHaveText('20 rows. Texts are cut after 500 characters.')
  const [, first = []] = await cellsOf(answer(page).getByRole('table'))
  expect(first).toEqual([`${'x'.repeat(500)}…`, 'short'])
})

/** SQL that is no single question, or would change, set or reach something. */
const refused = [
  ...reachingStatements,
  'select 1; select 2',
  'select 1) limit 1; drop table transactions; select * from (select 1',
  'drop table transactions',
  'create table mine (x int)',
  'create temp table mine as select 1',
  'insert into transactions select * from transactions',
  'update transactions set months = 1',
  'delete from transactions',
  'truncate transactions',
  'with gone as (delete from transactions returning *) select * from gone',
  'pragma database_list',
  'call pragma_version()',
  'begin transaction',
  'checkpoint',
  'vacuum',
  `set memory_limit = '1GB'`,
  'use main',
  'prepare mine as select 1',
  'execute mine',
  'explain analyze select 1',
  `select getenv('HOME')`,
  `select * from query('drop table transactions')`,
  `select * from sniff_csv('any.csv')`,
  `select * from parquet_metadata('any.parquet')`,
  'select ?',
  '',
  '-- nothing',
  ')',
]

test('only one read-only question is answered: whatever else is refused, and nothing is changed', async ({
  page,
  watch,
}) => {
  // The engine's worker logs what it refuses.
  watch.expected = /./
  await open(page, 'explore/')
  await openSql(page)
  const count = 'select count(*) as n, sum(net_payment_cents) as s from transactions'
  await ask(page, count)
  await expect(said(page)).toHaveText('1 row.')
  const before = await cellsOf(answer(page).getByRole('table'))
  for (const text of refused) {
    await ask(page, text)
    await expect(said(page), text).toHaveText('No answer.')
    await expect(page.locator('.sql-error'), text).toHaveText(/\S/)
    await ask(page, 'select 1')
    await expect(said(page), `after ${text}`).toHaveText('1 row.')
  }
  await ask(page, 'show tables')
  await expect(answer(page)).not.toContainText('mine')
  await ask(page, count)
  await expect(said(page)).toHaveText('1 row.')
  expect(await cellsOf(answer(page).getByRole('table'))).toEqual(before)
})

/** How often the engine has been fetched so far, where nothing is kept for offline: that asks the browser's cache once more. */
async function engineFetches(page: Page): Promise<{ readonly count: () => number }> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
  })
  let count = 0
  page.on('request', (request) => {
    if (request.url().includes('.wasm')) count += 1
  })
  return { count: () => count }
}

test('a long question can be called off, and the page stays usable', async ({ page }) => {
  const fetches = await engineFetches(page)
  await open(page, 'explore/')
  await openSql(page)
  await ask(page, 'select 1')
  await expect(said(page)).toHaveText('1 row.')
  await ask(
    page,
    'select count(*) from range(100000000) a, range(100000000) b where a.range % 7 = b.range % 11',
  )
  await expect(said(page)).toHaveText('Asking…')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(said(page)).toHaveText('Stopped.')
  await ask(page, 'select count(*) as n from transactions')
  await expect(said(page)).toHaveText('1 row.')
  await choice(page, 'and by').selectOption('Location')
  await expect(result(page).getByRole('table')).toContainText('Millbrook')
  expect(fetches.count()).toBe(1)
})

test('an engine that does not heed is stopped, and starts anew with the next question', async ({ page }) => {
  const fetches = await engineFetches(page)
  await open(page, 'explore/')
  await openSql(page)
  await ask(page, 'select 1')
  await expect(said(page)).toHaveText('1 row.')
  // Worked out while the question is planned, between no two steps.
  await ask(page, `select levenshtein(repeat('a', 300000), repeat('b', 300000))`)
  await expect(said(page)).toHaveText('Asking…')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(said(page)).toHaveText('Stopped.')
  await ask(page, 'select count(*) as n from transactions')
  await expect(said(page)).toHaveText('1 row.')
  expect(fetches.count()).toBe(2)
  await choice(page, 'and by').selectOption('Location')
  await expect(result(page).getByRole('table')).toContainText('Millbrook')
})

test('an engine that breaks down over a question starts anew, for the page too', async ({ page, watch }) => {
  // The engine's worker logs what it dies of.
  watch.expected = /./
  const fetches = await engineFetches(page)
  await open(page, 'explore/')
  await openSql(page)
  await ask(page, `select repeat('x', 3000000000)`)
  await expect(page.locator('.sql-error')).toHaveText(/broke down/, { timeout: 30_000 })
  await choice(page, 'and by').selectOption('Location')
  await expect(result(page).getByRole('table')).toContainText('Millbrook')
  await ask(page, 'select count(*) as n from transactions')
  await expect(said(page)).toHaveText('1 row.')
  expect(fetches.count()).toBe(2)
})

test('the box is worked by keyboard, and is accessible with an answer, a refusal and a table open', async ({
  page,
  watch,
}) => {
  watch.expected = /./
  await open(page, 'explore/?by=month,location')
  await openSql(page)
  await page.getByRole('textbox', { name: 'Question' }).press('Control+Enter')
  await expect(said(page)).toHaveText(/rows\.$/)
  await page.locator('.sql-table summary', { hasText: /^transactions$/ }).click()
  await expect(page.locator('.sql-table[open]')).toContainText('net_payment_cents')
  await page.getByText('Second splits that are not offered').click()
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 844 })
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    await expect.poll(overflow, { message: `${String(width)} px` }).toBe(0)
    expect(await inaccessible(page), `${String(width)} px`).toEqual([])
  }
  await ask(page, 'selec 1')
  await expect(page.locator('.sql-error')).toContainText('syntax error')
  expect(await inaccessible(page)).toEqual([])
})
