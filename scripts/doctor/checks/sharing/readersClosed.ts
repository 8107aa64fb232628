import { guardReaders } from '../../../share/readSealing.ts'
import { note, pass, type Check } from '../../check.ts'

/** Whether others on this computer could let themselves in by writing to the readers file. */
export const readersClosed: Check = {
  id: 'readers-closed',
  title: 'who can change the readers file',
  needs: ['readers'],
  run: async (context) => {
    if (process.platform === 'win32') return [note('Windows has no file modes to look at.')]
    await guardReaders(await context.sharing())
    return [pass('Nobody else on this computer can change the readers file')]
  },
}
