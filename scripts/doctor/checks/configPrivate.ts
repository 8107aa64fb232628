import { stat } from 'node:fs/promises'
import { note, pass, warn, type Check } from '../check.ts'
import { isBelow } from '../../files/isBelow.ts'

/** Reading for everybody, writing for anybody else; a group of its own may read, as a service's does. */
const tooOpen = 0o027

/** Whether others can read a config outside the project: it may hold names of staff, and links. */
export const configPrivate: Check = {
  id: 'config-private',
  title: 'who can read the config',
  needs: ['config-found'],
  run: async ({ configPath, project, workspace }) => {
    if (process.platform === 'win32') return [note('Windows has no file modes to look at.')]
    const isOpen = ((await stat(configPath)).mode & tooOpen) !== 0
    if (isBelow(configPath, workspace)) return [pass('The config lies in data/private, which git ignores')]
    if (isBelow(configPath, project)) {
      return [
        pass('The config lies in the repository; it must hold no word that the repository should not tell'),
      ]
    }
    if (!isOpen) return [pass('The config is closed to other users')]
    return [warn('The config can be read by other users of this computer.', `chmod 600 ${configPath}`)]
  },
}
