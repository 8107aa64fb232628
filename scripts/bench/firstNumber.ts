import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from 'playwright'
import { openLine, type BytesByKind, type Line } from './openLine.ts'
import { watchFirstNumber } from './pageTimers.ts'

/** A page's way to its first number. */
export interface FirstNumber {
  /** Milliseconds from navigation to the first KPI number painted. */
  readonly ms: number
  /** Bytes over the line until then, in all and by kind. */
  readonly bytes: number
  readonly byKind: BytesByKind
}

/**
 * Opens an address (with a link, where the bundle is sealed) on a line, in a new and empty context of the browser, and
 * waits for its first number. Throws with what the page says in its place, or if none comes within a minute.
 */
export async function firstNumber(browser: Browser, address: string, line: Line): Promise<FirstNumber> {
  const { page, received, close } = await openLine(browser, line)
  const reached = Promise.withResolvers<FirstNumber | string>()
  try {
    // The page calls out at the moment: bytes of what follows do not count, and until then nothing is asked of it.
    await page.exposeFunction('benchFirstNumber', (ms: number) => {
      const byKind = received()
      reached.resolve({ ms, bytes: Object.values(byKind).reduce((all, one) => all + one, 0), byKind })
    })
    await page.exposeFunction('benchNoNumber', (text: string) => reached.resolve(text))
    await page.addInitScript(watchFirstNumber)
    await page.goto(address, { waitUntil: 'commit' })
    const found = await Promise.race([reached.promise, wait(60_000, null, { ref: false })])
    if (found === null) throw new Error('no number came within a minute')
    if (typeof found === 'string') throw new Error(`no number came; the page says: ${found}`)
    return found
  } finally {
    await close()
  }
}
