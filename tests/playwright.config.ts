import { defineConfig } from '@playwright/test'
import { findBrowser } from '../scripts/browser/findBrowser.ts'

const browser = findBrowser()

/** Browser tests of the built site with the demo's bundle; each worker serves `dist` on a free port. */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: 'list',
  // Generous: a slow machine needs long to compile the engine, and no test here is about time.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    // Recorded for every test, it would take a tenth of them all: ask for one of a test that fails, `--trace on`.
    trace: 'off',
    // A worker would answer in the place of a test's own routes; `offline.spec.ts` has it.
    serviceWorkers: 'block',
    launchOptions: {
      args: [...(browser?.args ?? [])],
      ...(browser?.executablePath ? { executablePath: browser.executablePath } : {}),
    },
  },
})
