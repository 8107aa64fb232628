import type { Locator, Page } from '@playwright/test'
import { sitePages } from '../../src/layouts/sitePages.ts'
import { readQuestions, type Place } from '../helpers/questionTable.ts'
import { expect, open, test } from './site.ts'

/** More than any page has stops. */
const mostStops = 300

/** Tab, until the focus is where a person wants it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < mostStops; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way by Tab to ${target.toString()}`)
}

/** Chooses in a list as a keyboard does: what is typed jumps to it. */
async function chooseByTyping(page: Page, list: Locator, value: string | RegExp): Promise<void> {
  const options = list.locator('option')
  const found =
    typeof value === 'string' ? list.locator(`option[value="${value}"]`) : options.filter({ hasText: value })
  const text = (await found.first().textContent()) ?? ''
  const wanted = await found.first().getAttribute('value')
  await tabTo(page, list)
  await page.keyboard.type(text)
  await expect(list).toHaveValue(wanted ?? '')
}

/** From wherever the page is to the place's page, by the menu, and to its period. */
async function go(page: Page, { address, kind }: Place): Promise<void> {
  const [path = '', search = ''] = address.split('?')
  const { title } = sitePages.find((each) => each.path === path) ?? { title: '' }
  await tabTo(
    page,
    page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: title, exact: true }),
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeAttached()
  await expect(page.locator('html[data-interface=ready]')).toBeAttached()
  if (kind === 'explore') return ask(page, new URLSearchParams(search))
  if (search === '') return
  expect(search).toBe('period=2026-01..2026-10')
  await chooseByTyping(page, page.getByRole('combobox', { name: 'Period' }), /^Year to date/)
}

/** A number and its splits, in Explore. */
async function ask(page: Page, params: URLSearchParams): Promise<void> {
  const list = (name: string) => page.getByRole('combobox', { name, exact: true })
  const metric = params.get('metric')
  if (metric !== null) await chooseByTyping(page, list('Number'), metric)
  const [first, second] = params.get('by')?.split(',') ?? []
  if (first !== undefined) await chooseByTyping(page, list('Split by'), first)
  if (second !== undefined) await chooseByTyping(page, list('and by'), second)
}

/** What a person does there by keyboard to have the answer, and hears. */
const finders: Readonly<Record<Place['kind'], (page: Page, title: string) => Promise<void>>> = {
  tile: async (page, title) => {
    await openTile(page, title)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    // Back where one was.
    await expect(page.getByRole('button', { name: title, exact: true })).toBeFocused()
  },
  chart: async (page, title) => {
    const chart = page.locator('.chart', { has: page.getByRole('heading', { name: title, exact: true }) })
    const table = chart.locator('table.heat, table.scorecard')
    await expect(chart.locator('.chart-walk').or(table).first(), title).toBeVisible()
    if ((await table.count()) > 0)
      return expect(table.locator('td').filter({ hasText: /\d/ }).first()).toBeVisible()
    await walk(page, chart)
  },
  why: async (page, title) => {
    const dialog = await openTile(page, title)
    await walk(page, dialog.locator('.chart').first())
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  },
  section: async (page, title) => {
    const section = page.getByRole('region', { name: title, exact: true })
    await expect(section.getByRole('listitem').filter({ hasText: /\d/ }).first()).toBeVisible()
    await tabTo(page, section.getByRole('link').first())
  },
  table: async (page, title) => {
    const region = page.getByRole('region', { name: `${title}, table`, exact: true })
    await expect(region.locator('td').filter({ hasText: /\d/ }).first()).toBeVisible()
  },
  explore: async (page, title) => {
    const result = page.getByRole('region', { name: 'Result', exact: true })
    await expect(result.getByRole('heading', { name: title, exact: true })).toBeVisible()
    await expect(result.locator('td').filter({ hasText: /\d/ }).first()).toBeVisible()
  },
  freshness: async (page) => {
    await expect(page.locator('.freshness')).toContainText(/\d{4}/)
  },
}

async function openTile(page: Page, title: string): Promise<Locator> {
  await tabTo(page, page.getByRole('button', { name: title, exact: true }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: title, exact: true })
  await expect(dialog).toContainText(/\d/)
  return dialog
}

/** From one end of a drawing to the other: each point says its value. */
async function walk(page: Page, chart: Locator): Promise<void> {
  await tabTo(page, chart.locator('.chart-walk'))
  const said = chart.locator('.chart-said')
  for (const key of ['End', 'Home']) {
    await page.keyboard.press(key)
    await expect(said).toHaveText(/\S: .*(\d|kept private|no data)/i)
  }
}

for (const { id, text, places } of readQuestions().filter(
  (each) => each.id.startsWith('owner') && each.places.length > 0,
)) {
  test(`${id} by keyboard alone: ${text}`, async ({ page }) => {
    await open(page, '')
    for (const place of places) {
      await test.step(`${place.kind} ${place.title}`, async () => {
        await go(page, place)
        await finders[place.kind](page, place.title)
      })
    }
  })
}
