import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseHeartbeat, runState } from '../../../src/bundle/heartbeat.ts'
import { heartbeatPath } from '../../schedule/writeHeartbeat.ts'
import { fail, note, pass, warn, type Check } from '../check.ts'

const hour = 3_600_000

/** When the sync last ran, and whether it went well. */
export const heartbeat: Check = {
  id: 'heartbeat',
  title: 'when the sync last ran',
  needs: [],
  run: async (context) => {
    const path = heartbeatPath(context.bundle)
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text === null) {
      return [note(`The sync has not run on this computer yet (no ${basename(path)} beside the bundle).`)]
    }
    const beat = parseHeartbeat(text)
    if (beat === null) {
      return [
        fail(
          `${basename(path)} beside the bundle is damaged.`,
          'Run the sync once by hand; it writes the file anew.',
        ),
      ]
    }
    const when = `The last run ended ${ageText((context.now() - Date.parse(beat.time)) / hour)} (${beat.time})`
    switch (runState(beat, context.now())) {
      case 'fine':
        return [pass(`${when} and went well`)]
      case 'failed':
        return [
          warn(
            `${when}, and something needed somebody.`,
            'Run it by hand to see what: npm run sync -- --source sheets --config <file> --dry-run',
          ),
        ]
      case 'stopped':
        return [
          warn(
            `${when}: a daily run was missed.`,
            'See why: systemctl list-timers practice-vitals.timer and journalctl -u practice-vitals.service, or on GitHub Actions > Sync (scripts/schedule/README.md, "No run").',
          ),
        ]
    }
  },
}

function ageText(hours: number): string {
  if (hours < 1) return `${String(Math.max(0, Math.round(hours * 60)))} minutes ago`
  return hours < 48 ? `${String(Math.round(hours))} hours ago` : `${String(Math.round(hours / 24))} days ago`
}
