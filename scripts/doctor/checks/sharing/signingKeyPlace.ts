import { isBelow } from '../../../files/isBelow.ts'
import { shownPath } from '../../../files/shownPath.ts'
import { fail, note, pass, type Check } from '../../check.ts'

/** Whether git would take the signing key along; one that is served cannot even be read. */
export const signingKeyPlace: Check = {
  id: 'signing-key-place',
  title: 'where the signing key lies',
  needs: ['signing-key'],
  run: async (context) => {
    const { signingKey: path } = await context.sharing()
    const { project } = context
    const shown = shownPath(path, project)
    if (!isBelow(path, project)) return [pass('The signing key lies outside of the project')]
    const ignored = await context.isIgnored(path)
    if (ignored === null) return [note(`There is no git repository that ${shown} could get into.`)]
    if (ignored) return [pass(`The signing key is ignored by git (${shown})`)]
    return [
      fail(
        `git does not ignore the signing key: ${shown} could be committed.`,
        'Move it to data/private, or out of the project, and let "sharing: signing_key:" name its new place. If it ever was committed, make a new one: remove everybody and the key, and add them anew.',
      ),
    ]
  },
}
