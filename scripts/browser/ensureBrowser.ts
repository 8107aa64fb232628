import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from './findBrowser.ts'
import { findFirefox } from './findFirefox.ts'

/** Whether this is a Debian on which packages may be installed, as in a container. */
const mayInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0

/**
 * Installs browsers for the tests where there are none: Debian's packaged Chromium, elsewhere Playwright's own; and
 * Debian's Firefox, without which its tests are skipped.
 */
function ensureBrowser(): void {
  if (!findBrowser()) {
    console.log(
      `No browser found: installing ${mayInstall ? "Debian's Chromium" : "Playwright's Chromium"} for the browser tests.`,
    )
    if (mayInstall) installPackage('chromium')
    else run('npx', 'playwright', 'install', 'chromium')
  }
  if (!findFirefox() && mayInstall) installPackage('firefox-esr')
  if (findBrowser()) return
  console.error('No browser could be installed. Install Chromium, or run: npx playwright install chromium')
  process.exitCode = 1
}

function installPackage(name: string): void {
  if (run('apt-get', 'update')) run('apt-get', 'install', '-y', '--no-install-recommends', name)
}

function run(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}

ensureBrowser()
