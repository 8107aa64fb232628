import { isLoopback } from '../../../private/config/siteAddress.ts'
import { note, pass, warn, type Check } from '../../check.ts'

/** Whether the config says where people open the site: without it nobody can be given a link. */
export const siteNamed: Check = {
  id: 'site',
  title: 'the address of the site',
  needs: ['config-valid'],
  run: async (context) => {
    const { site } = await context.sharing()
    if (site === null) {
      return [
        warn(
          'The config does not say where the site is, so nobody can be given a link.',
          'Add to the config: sharing: { site: https://YOUR-SITE/ } (on this computer only: http://127.0.0.1:4321/)',
        ),
      ]
    }
    if (!isLoopback(new URL(site).hostname)) return [pass(`Links lead to ${site}`)]
    return [note(`Links lead to ${site}, which is this computer: they work here only.`)]
  },
}
