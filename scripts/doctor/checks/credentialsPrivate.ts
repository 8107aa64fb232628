import { stat } from 'node:fs/promises'
import { note, pass, warn, type Check } from '../check.ts'

/** Who else could use the credentials. (That a key file is closed and outside is a condition of its being read.) */
export const credentialsPrivate: Check = {
  id: 'credentials-private',
  title: 'who else could use the credentials',
  needs: ['credentials'],
  run: async (context) => {
    const { kind, path } = await context.credentials()
    if (path === null || kind === 'external_account') return [pass('The credentials hold no lasting secret')]
    if (process.platform === 'win32') return [note('Windows has no file modes to look at.')]
    if (((await stat(path)).mode & 0o077) !== 0) {
      return [warn('Other users of this computer can open the credentials file.', `chmod 600 '${path}'`)]
    }
    if (kind !== 'service_account') return [pass('The credentials file can be opened by you alone')]
    return [
      pass('The key file can be opened by you alone, and lies outside the repository'),
      note('A key file never ends by itself: where you can, use workload identity federation instead.'),
    ]
  },
}
