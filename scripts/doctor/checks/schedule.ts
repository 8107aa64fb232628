import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { note, pass, type Check } from '../check.ts'

const timer = 'practice-vitals.timer'

/** Whether something runs the sync by itself. For information: on GitHub it cannot be seen from here. */
export const schedule: Check = {
  id: 'schedule',
  title: 'the schedule',
  needs: [],
  run: async ({ project, systemdFolder }) => {
    const readme = 'How to set it up: scripts/schedule/README.md'
    if (await exists(join(systemdFolder, 'timers.target.wants', timer))) {
      return [pass(`The timer ${timer} is enabled on this computer (systemctl list-timers ${timer})`)]
    }
    if (await exists(join(systemdFolder, timer))) {
      return [
        note(`The timer ${timer} is installed, but not enabled.`, `sudo systemctl enable --now ${timer}`),
      ]
    }
    if (await exists(join(project, '.github', 'workflows', 'sync.yml'))) {
      return [
        note(
          'No timer is installed here. The GitHub workflow sync.yml is in the repository; it runs in a private repository in which VITALS_SERVICE_ACCOUNT is set.',
          readme,
        ),
      ]
    }
    return [note('Nothing runs the sync by itself.', readme)]
  },
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}
