import { isLetIn } from '../../../share/readerState.ts'
import { fail, pass, type Check } from '../../check.ts'

/** Whether anybody could open what a sync would publish; if not, the sync refuses before it reads. */
export const readersThere: Check = {
  id: 'readers',
  title: 'who can open what is published',
  needs: ['config-valid'],
  run: async (context) => {
    const readers = await context.readers()
    const today = await context.today()
    const current = readers.filter((reader) => isLetIn(reader, today))
    if (current.length > 0)
      return [
        pass(`${current.length === 1 ? '1 person' : `${current.length} people`} can open what is published`),
      ]
    const why = readers.length === 0 ? 'nobody has been added' : 'everybody who was added has expired'
    return [
      fail(
        `Nobody could open what a sync would publish: ${why}.`,
        'npm run share -- add --label "Dr. Quill" --audience owner',
      ),
    ]
  },
}
