import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  String.raw`C:\Program Files\Mozilla Firefox\firefox.exe`,
]

/** Where this machine's own Firefox is, or null. Playwright drives only a build of its own, which cannot be had everywhere. */
export function findFirefox(): string | null {
  return places.find((place) => existsSync(place)) ?? null
}
