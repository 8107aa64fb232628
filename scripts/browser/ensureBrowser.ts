import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from './findBrowser.ts'

/** Installs a browser for the tests if there is none: Debian's packaged Chromium, elsewhere Playwright's own. */
function ensureBrowser(): void {
  if (findBrowser()) return
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0
  const commands = debian
    ? [
        ['apt-get', 'update'],
        ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
      ]
    : [['npx', 'playwright', 'install', 'chromium']]
  console.log(
    `No browser found: installing ${debian ? "Debian's Chromium" : "Playwright's Chromium"} for the browser tests.`,
  )
  for (const [command = '', ...args] of commands) {
    const result = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    if (result.status !== 0) break
  }
  if (findBrowser()) return
  console.error('No browser could be installed. Install Chromium, or run: npx playwright install chromium')
  process.exitCode = 1
}

ensureBrowser()
