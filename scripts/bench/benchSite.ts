import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { engineTexts } from '../../src/texts/engineTexts.ts'
import { findBrowser } from '../browser/findBrowser.ts'
import { serveSite } from '../serve/serveSite.ts'
import { firstNumber, type FirstNumber } from './firstNumber.ts'
import { median, quantile } from './measure.ts'
import { lines, openLine, type Line } from './openLine.ts'
import { timeFilter } from './pageTimers.ts'

export interface SiteFigures {
  readonly line: Line
  /** Milliseconds until a page that is one line of text, written by its script, has it painted; median. */
  readonly floorMs: number
  /** Milliseconds from navigation to the first KPI number painted; median. */
  readonly firstNumberMs: number
  /** Bytes over the line until then; median. */
  readonly firstNumberBytes: number
  /** After choosing a filter, to numbers and charts; 95th percentiles. */
  readonly prepared: FilterFigures
  readonly engineWarm: FilterFigures
  /** Milliseconds from navigation to the first answered filter after a cold open: a common one, and any other. */
  readonly coldPreparedMs: number
  readonly coldEngineMs: number
}

export interface FilterFigures {
  /** Milliseconds until the numbers are in the page, are painted, and until everything in sight is. */
  readonly numbersMs: number
  readonly paintedMs: number
  readonly everythingMs: number
}

/** A built site to measure: its folder, and a sealed bundle to be served in the place of its own. */
export interface MeasuredSite {
  readonly site: string
  /** The bundle's folder, and what stands behind the address in the link that opens it; null is the open demo. */
  readonly sealed: { readonly bundle: string; readonly link: string } | null
}

/** Measures the built demo site in Chromium under each line; medians (p95 for filters) of `runs`. */
export async function benchSite({ site, sealed }: MeasuredSite, runs: number): Promise<SiteFigures[]> {
  const found = findBrowser()
  if (!found) throw new Error('no browser found: run npm run test:browser-ready')
  const server = await serveSite({ site, port: 0, ...(sealed ? { bundle: sealed.bundle } : {}) })
  const address = `${server.address}${sealed?.link ?? ''}`
  const browser = await chromium.launch({
    args: [...found.args],
    ...(found.executablePath === undefined ? {} : { executablePath: found.executablePath }),
  })
  try {
    const figures: SiteFigures[] = []
    for (const line of lines) {
      const floorMs = await floor(browser, line, runs)
      figures.push({ ...(await benchLine(browser, address, line, runs)), floorMs })
    }
    return figures
  } finally {
    await browser.close()
    await server.close()
  }
}

/** The least that any page takes on a line and this machine: what is above it is the site's own. */
async function floor(browser: Browser, line: Line, runs: number): Promise<number> {
  const site = await mkdtemp(join(tmpdir(), 'bench-floor-'))
  await writeFile(
    join(site, 'index.html'),
    '<!doctype html><html lang="en"><title>Floor</title><script type="module" src="./one.js"></script>' +
      '<p data-metric="one"><b data-part="value"></b></p></html>',
  )
  await writeFile(join(site, 'one.js'), `document.querySelector('b').textContent = '1'`)
  const server = await serveSite({ site, port: 0 })
  try {
    const found: number[] = []
    for (let run = 0; run < runs; run += 1) found.push((await firstNumber(browser, server.address, line)).ms)
    return median(found)
  } finally {
    await server.close()
    await rm(site, { recursive: true })
  }
}

async function benchLine(
  browser: Browser,
  address: string,
  line: Line,
  runs: number,
): Promise<Omit<SiteFigures, 'floorMs'>> {
  const first: FirstNumber[] = []
  const coldPrepared: number[] = []
  const coldEngine: number[] = []
  for (let run = 0; run < runs; run += 1) {
    first.push(await firstNumber(browser, address, line))
    coldPrepared.push(await coldFilter(browser, address, line, [['Provider', 1]]))
    coldEngine.push(await coldFilter(browser, address, line, [unpreparedPeriod, ['Provider', 1]]))
  }
  const warm = await warmFilters(browser, address, line, runs * 4)
  return {
    line,
    firstNumberMs: median(first.map(({ ms }) => ms)),
    firstNumberBytes: median(first.map(({ bytes }) => bytes)),
    ...warm,
    coldPreparedMs: median(coldPrepared),
    coldEngineMs: median(coldEngine),
  }
}

/** A filter's label and which of its options. */
type Choice = readonly [label: string, index: number]

/** Filters are prepared for the last closed month: with any other period they are the engine's. */
const unpreparedPeriod: Choice = ['Period', 2]

/** From navigation to the moment at which the choices, made one after the other, are answered. */
async function coldFilter(
  browser: Browser,
  address: string,
  line: Line,
  choices: readonly Choice[],
): Promise<number> {
  const { page, close } = await openLine(browser, line)
  await page.goto(address, { waitUntil: 'commit' })
  await interfaceOf(page)
  let begun = 0
  let found: FilterFigures | null = null
  for (const choice of choices) {
    begun = await page.evaluate(() => performance.now())
    found = await choose(page, choice)
  }
  await close()
  return begun + (found?.paintedMs ?? 0)
}

async function warmFilters(browser: Browser, address: string, line: Line, switches: number) {
  const { page, close } = await openLine(browser, line)
  await page.goto(address, { waitUntil: 'commit' })
  await interfaceOf(page)
  let turn = 0
  const anotherProvider = () => choose(page, ['Provider', 1 + (turn++ % 5)])
  // The first rounds are of code that has not run yet.
  await repeat(2, anotherProvider)
  const prepared = await repeat(switches, anotherProvider)
  await choose(page, unpreparedPeriod)
  await repeat(2, anotherProvider)
  const engineWarm = await repeat(switches, anotherProvider)
  await close()
  return { prepared: p95(prepared), engineWarm: p95(engineWarm) }
}

/** Until the filters can be used. On a phone they stand in a sheet: what is timed is the choice, not the way to it. */
async function interfaceOf(page: Page): Promise<void> {
  await page.locator('html[data-interface=ready]').waitFor({ timeout: 120_000 })
  await page.locator('.filter-bar select').first().waitFor({ state: 'attached' })
}

async function repeat(count: number, work: () => Promise<FilterFigures>): Promise<FilterFigures[]> {
  const figures: FilterFigures[] = []
  for (let turn = 0; turn < count; turn += 1) figures.push(await work())
  return figures
}

/** Where the engine is dear the page asks first, and is answered at once. */
async function choose(page: Page, [label, index]: Choice): Promise<FilterFigures> {
  const answer = page.evaluate(timeFilter, { label, index })
  const allow = page.getByRole('button', { name: engineTexts.allow, exact: true })
  const settled = await Promise.race([answer, allow.waitFor({ timeout: 120_000 }).then(() => null)])
  if (settled) return settled
  await allow.click()
  return answer
}

function p95(figures: readonly FilterFigures[]): FilterFigures {
  const of = (part: keyof FilterFigures) =>
    quantile(
      figures.map((figure) => figure[part]),
      0.95,
    )
  return { numbersMs: of('numbersMs'), paintedMs: of('paintedMs'), everythingMs: of('everythingMs') }
}
