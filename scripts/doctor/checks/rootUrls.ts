import { readEndpoints } from '../../google/readEndpoints.ts'
import { pass, warn, type Check } from '../check.ts'

const variables = ['VITALS_SHEETS_ROOT_URL', 'VITALS_DRIVE_ROOT_URL'] as const

/** Whether the sync talks to Google itself, or to a stand-in on this computer; anywhere else is refused. */
export const rootUrls: Check = {
  id: 'root-urls',
  title: 'where the requests go',
  needs: [],
  run: async ({ env }) => {
    // Inside the promise, so that its refusal becomes a line.
    await Promise.resolve()
    readEndpoints(env)
    const set = variables.filter((name) => (env[name] ?? '') !== '')
    if (set.length === 0) return [pass('Requests go to Google itself')]
    return [
      warn(
        `${set.join(' and ')} are set: a stand-in on this computer answers, not Google.`,
        `That is for tests. For real data: unset ${set.join(' ')}`,
      ),
    ]
  },
}
