import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

/** A Chromium to drive: where it is, and the flags that it needs there. */
export interface Browser {
  /** Undefined means Playwright's own, which Playwright finds itself. */
  readonly executablePath: string | undefined
  readonly args: readonly string[]
}

const packaged = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Quiet and offline: a packaged browser must not look up its maker's servers during a test. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser of this machine: the distribution's if there is one, else Playwright's own, else null. */
export function findBrowser(): Browser | null {
  const executablePath = packaged.find((path) => existsSync(path))
  if (executablePath) return { executablePath, args: quiet }
  return existsSync(chromium.executablePath()) ? { executablePath: undefined, args: [] } : null
}
