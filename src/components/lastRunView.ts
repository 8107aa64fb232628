import { runState, type Heartbeat } from '../bundle/heartbeat.ts'
import { formatAge } from '../format/formatAge.ts'
import { formatMoment } from '../format/formatMoment.ts'

/** What Data health says of the schedule: a word, a sentence, and what to do where there is something to do. */
export interface LastRunView {
  readonly tone: 'good' | 'bad'
  readonly word: string
  readonly text: string
  readonly advice: string
}

interface Surroundings {
  /** Milliseconds since 1970. */
  readonly now: number
  /** When the numbers on the page were made, ISO 8601, UTC. */
  readonly syncedAt: string
  /** The practice's, an IANA name. */
  readonly timeZone: string
}

/** The schedule's state in words, by the age of its heartbeat. Pure: the clock is the caller's. */
export function lastRunView(heartbeat: Heartbeat, { now, syncedAt, timeZone }: Surroundings): LastRunView {
  const age = Math.max(0, now - Date.parse(heartbeat.time))
  const numbers = `these numbers are from ${formatMoment(syncedAt, timeZone)}`
  switch (runState(heartbeat, now)) {
    case 'fine':
      return { tone: 'good', word: 'Running', text: `Last run ${ago(age)}, fine.`, advice: '' }
    case 'failed':
      return {
        tone: 'bad',
        word: 'Failed',
        text: `The last run failed ${ago(age)}; ${numbers}.`,
        advice:
          'It was refused, or a spreadsheet could not be reached. The status workbook and the log of the run say what to mend.',
      }
    case 'stopped':
      return {
        tone: 'bad',
        word: 'Stopped',
        text: `No run for ${formatAge(age)}: the schedule seems to have stopped; ${numbers}.`,
        advice: `${heartbeat.ok ? 'The last run was fine.' : 'The last run had failed.'} See “No run” in scripts/schedule/README.md, or ask whoever looks after the sync.`,
      }
  }
}

function ago(age: number): string {
  return age < 60_000 ? 'less than a minute ago' : `${formatAge(age)} ago`
}
