import { momentInWords } from './momentInWords.ts'
import type { StatusReport } from './statusReport.ts'

/** When the run ended, at the practice: `Saturday, November 21, 2026, 5:03 PM (Chicago time)`. */
export function finishedInWords({ run, practice, timeZone }: StatusReport): string {
  return momentInWords(run.finished, practice?.timeZone ?? timeZone ?? 'UTC')
}

/** Which run a list is of, for its head: lists outlive runs that have nothing to say about them. */
export function runInWords(report: StatusReport): string {
  return `From the run of ${finishedInWords(report)}.`
}
