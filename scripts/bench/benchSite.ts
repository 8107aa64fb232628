import { chromium, type Browser, type Page } from 'playwright'
import { findBrowser } from '../browser/findBrowser.ts'
import { serveSite } from '../serve/serveSite.ts'
import { firstNumber, type FirstNumber } from './firstNumber.ts'
import { median, quantile } from './measure.ts'
import { lines, openLine, type Line } from './openLine.ts'
import { timeFilter } from './pageTimers.ts'

export interface SiteFigures {
  readonly line: string
  /** Milliseconds from navigation to the first KPI number painted; median. */
  readonly firstNumberMs: number
  /** Bytes over the line until then; median. */
  readonly firstNumberBytes: number
  /** Milliseconds from choosing a filter to its numbers, and to everything painted; 95th percentile. */
  readonly prepared: FilterFigures
  readonly engineWarm: FilterFigures
  /** Milliseconds from navigation to the first answered filter after a cold open: a common one, and any other. */
  readonly coldPreparedMs: number
  readonly coldEngineMs: number
}

export interface FilterFigures {
  readonly numbersMs: number
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
    for (const line of lines) figures.push(await benchLine(browser, address, line, runs))
    return figures
  } finally {
    await browser.close()
    await server.close()
  }
}

async function benchLine(browser: Browser, address: string, line: Line, runs: number): Promise<SiteFigures> {
  const first: FirstNumber[] = []
  const coldPrepared: number[] = []
  const coldEngine: number[] = []
  for (let run = 0; run < runs; run += 1) {
    first.push(await firstNumber(browser, address, line))
    coldPrepared.push(await coldFilter(browser, address, line, ['Provider']))
    coldEngine.push(await coldFilter(browser, address, line, ['Provider', 'Payer class']))
  }
  const warm = await warmFilters(browser, address, line, runs * 4)
  return {
    line: line.name,
    firstNumberMs: median(first.map(({ ms }) => ms)),
    firstNumberBytes: median(first.map(({ bytes }) => bytes)),
    ...warm,
    coldPreparedMs: median(coldPrepared),
    coldEngineMs: median(coldEngine),
  }
}

/** From navigation to the moment at which the named filters (first value each) are answered. */
async function coldFilter(
  browser: Browser,
  address: string,
  line: Line,
  labels: readonly string[],
): Promise<number> {
  const { page, close } = await openLine(browser, line)
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('select').first().waitFor({ timeout: 120_000 })
  await page.locator('.filter-bar .more').click()
  for (const label of labels.slice(0, -1)) await choose(page, label, 1)
  await choose(page, labels.at(-1) ?? '', 1)
  const ms = await page.evaluate(() => performance.now())
  await close()
  return ms
}

async function warmFilters(browser: Browser, address: string, line: Line, switches: number) {
  const { page, close } = await openLine(browser, line)
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('select').first().waitFor({ timeout: 120_000 })
  await page.locator('.filter-bar .more').click()
  await choose(page, 'Provider', 1)
  const prepared = await repeat(switches, (turn) => choose(page, 'Provider', 1 + ((turn + 1) % 5)))
  await choose(page, 'Payer class', 1)
  const engineWarm = await repeat(switches, (turn) => choose(page, 'Provider', 1 + ((turn + 1) % 5)))
  await close()
  return { prepared: p95(prepared), engineWarm: p95(engineWarm) }
}

async function repeat(
  count: number,
  work: (turn: number) => Promise<FilterFigures>,
): Promise<FilterFigures[]> {
  const figures: FilterFigures[] = []
  for (let turn = 0; turn < count; turn += 1) figures.push(await work(turn))
  return figures
}

function choose(page: Page, label: string, index: number): Promise<FilterFigures> {
  return page.evaluate(timeFilter, { label, index })
}

function p95(figures: readonly FilterFigures[]): FilterFigures {
  return {
    numbersMs: quantile(
      figures.map(({ numbersMs }) => numbersMs),
      0.95,
    ),
    everythingMs: quantile(
      figures.map(({ everythingMs }) => everythingMs),
      0.95,
    ),
  }
}
