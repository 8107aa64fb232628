import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { firstNumber } from '../../scripts/bench/firstNumber.ts'
import { kinds, type BytesByKind, type Kind, type Line } from '../../scripts/bench/openLine.ts'
import { sealDemo } from '../../scripts/bench/sealDemo.ts'
import { serveSite } from '../../scripts/serve/serveSite.ts'
import { expect, siteFolder, test } from './site.ts'

// How long it takes is for the bench. What it takes is the same on every machine; on a busy one, what is asked for
// next may come in before the number is drawn, so the least of three openings is what it takes.
const line: Line = { name: 'loopback', bitsPerSecond: null, latencyMs: 0, cpuSlowdown: 1 }

/**
 * The budget to the first number, in bytes as they come over the line with their heads: what was measured and a twentieth.
 * Fonts come after it, styles are one file; data is the bundle, and the site's mark, which a browser may ask for first.
 */
const budget: Readonly<Record<'open' | 'sealed', BytesByKind>> = {
  open: { document: 1_400, script: 18_700, style: 10_400, font: 0, data: 9_500 },
  sealed: { document: 1_400, script: 42_500, style: 10_400, font: 0, data: 15_600 },
}

test('the open demo has its first number within its budget, kind by kind', async ({ browser, site }) => {
  expect(await overBudget(browser, site.address, budget.open)).toEqual({})
})

test('a sealed bundle has it within its own, as the bench seals and opens it', async ({ browser }) => {
  const place = await mkdtemp(join(tmpdir(), 'first-'))
  const bundle = join(place, 'bundle')
  const link = await sealDemo(`${siteFolder}bundle`, bundle)
  const site = await serveSite({ site: siteFolder, bundle, port: 0 })
  expect(await overBudget(browser, `${site.address}${link}`, budget.sealed)).toEqual({})
  await site.close()
  await rm(place, { recursive: true })
})

/** The kinds of which up to three openings always took more than they may, with the least that was taken. */
async function overBudget(
  browser: Browser,
  address: string,
  most: BytesByKind,
): Promise<Partial<Record<Kind, string>>> {
  const least = Object.fromEntries(kinds.map((kind) => [kind, Infinity])) as Record<Kind, number>
  const over = () => kinds.filter((kind) => least[kind] > most[kind])
  for (let opening = 0; opening < 3 && over().length > 0; opening++) {
    const { byKind } = await firstNumber(browser, address, line)
    for (const kind of kinds) least[kind] = Math.min(least[kind], byKind[kind])
  }
  return Object.fromEntries(over().map((kind) => [kind, `${least[kind]} of ${most[kind]}`]))
}

test('where none comes, the bench says what the page says', async ({ browser, site }) => {
  const opening = firstNumber(browser, `${site.address}#v1.cut`, line)
  await expect(opening).rejects.toThrow('the page says: This link was damaged on the way')
})

test('by default it needs nothing that computes: the numbers are there and stay if that never comes', async ({
  page,
  watch,
}) => {
  watch.expected = /ERR_FAILED|dynamically imported/
  const asked: string[] = []
  await page.route('**/_astro/numbers*.js', (route) => {
    asked.push(route.request().url())
    return route.abort()
  })
  await page.goto('')
  await expect(page.getByRole('alert')).toContainText('The numbers below are complete')
  const values = await page.locator('.tile [data-part=value]').allTextContents()
  expect(values.filter((value) => !/\d/.test(value))).toEqual([])
  // The interface has asked for it, or this test would watch for a file that there is not.
  expect(asked.length).toBeGreaterThan(0)
})

test('an address that asks for another month never has the default’s numbers on it', async ({
  page,
  watch,
}) => {
  watch.expected = /ERR_FAILED|dynamically imported/
  await page.route('**/_astro/interface*.js', (route) => route.abort())
  await page.goto('?period=2026-07')
  await expect(page.getByRole('alert')).toBeVisible()
  for (const basis of await page.locator('.tile [data-part=basis]').allTextContents()) {
    expect(basis).toContain('Jul 2026')
  }
  await expect(page.locator('.tile [data-part=as-of]').first()).toContainText('data to')
})
