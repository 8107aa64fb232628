import { stat } from 'node:fs/promises'
import { fail, pass, type Check } from '../check.ts'
import { shownPath } from '../../files/shownPath.ts'

/** Whether there is a config where the command line says, or where setup puts it. */
export const configFound: Check = {
  id: 'config-found',
  title: 'the config file',
  needs: [],
  run: async ({ configPath, project }) => {
    const found = await stat(configPath).catch(() => null)
    const shown = shownPath(configPath, project)
    if (found?.isFile()) return [pass(`Config: ${shown}`)]
    return [
      fail(
        `There is no config file ${shown}.`,
        'Let npm run setup write one, or name yours: npm run doctor -- --config <file>',
      ),
    ]
  },
}
