import type { Locator, Page } from '@playwright/test'
import { readQuestions, type Place } from '../helpers/questionTable.ts'
import { choose } from './chartMenu.ts'
import { expect, open, test } from './site.ts'

/** Where something is said, and which questions look there. */
interface Asked extends Place {
  readonly ids: readonly string[]
}

/** By address, so that a page is opened once, however many questions it answers. */
const byAddress = Object.groupBy(placesAsked(), ({ address }) => address)

for (const [address, places = []] of Object.entries(byAddress)) {
  test(`${address || 'overview'} answers ${idsOf(places)}`, async ({ page }) => {
    await open(page, address)
    for (const place of places) {
      await test.step(`${place.ids.join(', ')}: ${place.kind} ${place.title}`, () =>
        finders[place.kind](page, place.title))
    }
  })
}

/** What counts as having found each kind of place: words for a missing number do not. */
const finders: Readonly<Record<Place['kind'], (page: Page, title: string) => Promise<void>>> = {
  tile: async (page, title) => {
    await expect(tileOf(page, title).locator('[data-part=value]'), title).toHaveText(/^[^A-Za-z]*\d/)
  },
  chart: async (page, title) => {
    const chart = frameOf(page, title)
    // Drawn when it comes near the screen.
    await chart.scrollIntoViewIfNeeded()
    await expect(chart.locator('svg.recharts-surface, table.heat').first(), title).toBeVisible()
    await expect(chart.locator('.chart-summary'), title).toContainText(/\d/)
    // A table already is what a heatmap draws.
    if ((await chart.locator('table.heat').count()) === 0) {
      await choose(chart, title, 'show as a table')
    }
    await hasNumbers(chart.getByRole('table'), title)
  },
  why: async (page, title) => {
    await tileOf(page, title).getByRole('button').click()
    const dialog = page.getByRole('dialog', { name: title, exact: true })
    const why = frameOf(page, 'Why it changed', dialog)
    await choose(why, 'Why it changed', 'show as a table')
    await hasNumbers(why.getByRole('table'), title)
    await dialog.getByRole('button', { name: 'Close' }).click()
  },
  section: async (page, title) => {
    const section = page.getByRole('region', { name: title, exact: true })
    await expect(section.getByRole('listitem').filter({ hasText: /\d/ }).first(), title).toBeVisible()
  },
  table: async (page, title) => {
    await hasNumbers(
      page.getByRole('region', { name: `${title}, table`, exact: true }).getByRole('table'),
      title,
    )
  },
  explore: async (page, title) => {
    const result = page.getByRole('region', { name: 'Result', exact: true })
    await expect(result.getByRole('heading', { name: title, exact: true })).toBeVisible()
    await expect(page.getByText('in the address was ignored')).toHaveCount(0)
    await hasNumbers(result.getByRole('table'), title)
  },
  freshness: async (page) => {
    await expect(page.locator('.freshness')).toContainText(/\d{4}/)
  },
}

function tileOf(page: Page, title: string): Locator {
  return page.locator('.tile', { has: page.getByRole('heading', { name: title, exact: true }) })
}

/** `has` is looked for inside the frame, and so cannot begin with what is around it. */
function frameOf(page: Page, title: string, within: Page | Locator = page): Locator {
  return within.locator('.chart', { has: page.getByRole('heading', { name: title, exact: true }) })
}

/** A row at least, and a figure beside what heads it. */
async function hasNumbers(table: Locator, title: string): Promise<void> {
  await expect(table.locator('tbody td').filter({ hasText: /\d/ }).first(), title).toBeVisible()
}

/** Every place once, with all who look there. */
function placesAsked(): Asked[] {
  const asked = new Map<string, Asked>()
  for (const { id, places } of readQuestions()) {
    for (const place of places) {
      const key = [place.address, place.kind, place.title].join('\n')
      asked.set(key, { ...place, ids: [...(asked.get(key)?.ids ?? []), id] })
    }
  }
  return [...asked.values()]
}

function idsOf(places: readonly Asked[]): string {
  return [...new Set(places.flatMap(({ ids }) => ids))].join(', ')
}
