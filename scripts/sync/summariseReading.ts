import { onOneLine } from '../errors/onOneLine.ts'
import type { SheetsRun } from './sheetsRun.ts'

const words = {
  read: 'read',
  unchanged: 'unchanged since its last reading',
  unavailable: 'NOT AVAILABLE: its last good data was used, read',
}

/** What was got from Google, a line each spreadsheet, and what it cost. Titles and counts only. */
export function summariseReading({ outcome, reading, requests }: SheetsRun): string {
  const lines = reading.spreadsheets.map(({ title, state, readAt, tabs }) => {
    const grids = tabs.filter(({ skipped }) => skipped === null).length
    const when = state === 'unavailable' ? ` ${readAt}` : ''
    return `Google:  "${onOneLine(title)}" ${words[state]}${when} (${String(grids)} tabs)`
  })
  const { sheetsReads, sheetsWrites, driveReads } = requests
  const cost = `${String(sheetsReads)} Sheets reads, ${String(driveReads)} Drive reads, ${String(sheetsWrites)} writes`
  const quiet = outcome === 'unchanged' ? ['Nothing has changed: the published bundle is up to date.'] : []
  return [...lines, `         ${cost}`, ...quiet].join('\n')
}
