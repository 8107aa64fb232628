import { daysLeft, endsSoon, inDays, isLetIn, soonDays } from '../../../share/readerState.ts'
import { note, pass, warn, type Check } from '../../check.ts'

/** Who will soon not be able to open what is published, and who is not any more. */
export const readersEnd: Check = {
  id: 'readers-end',
  title: 'whose link ends soon',
  needs: ['readers'],
  run: async (context) => {
    const today = await context.today()
    const readers = await context.readers()
    const soon = readers
      .filter((reader) => endsSoon(reader, today))
      .map((reader) => `${reader.label} ${inDays(daysLeft(reader, today) ?? 0)}`)
    const expired = readers.filter((reader) => !isLetIn(reader, today)).map(({ label }) => label)
    const ends =
      soon.length === 0
        ? pass(`No link ends within ${soonDays} days`)
        : warn(
            `Links that end soon: ${soon.join(', ')}.`,
            'For a new link: npm run share -- remove LABEL, then npm run share -- add --label LABEL --audience …',
          )
    if (expired.length === 0) return [ends]
    const list = note(`Expired, and sealed out: ${expired.join(', ')}.`, 'npm run share -- remove LABEL')
    return [ends, list]
  },
}
