import { createHash } from 'node:crypto'
import type * as publish from '../../scripts/publish/prepareAnswers.ts'

type Module = typeof publish

/**
 * Prepared answers, computed once for equal sums: they follow from the sums alone, and much of a
 * small run's time goes there. For `vi.mock` in a test of what lies before them, which publishes the same often.
 */
export async function answersOnce(original: () => Promise<Module>): Promise<Module> {
  const { prepareAnswers } = await original()
  const known = new Map<string, ReturnType<typeof prepareAnswers>>()
  return {
    prepareAnswers: (tables, practice, audience) => {
      const sums = tables.map(({ cube, columns }) => [cube.name, columns])
      const key = createHash('sha256')
        .update(JSON.stringify([sums, practice, audience]))
        .digest('hex')
      const answers = known.get(key) ?? prepareAnswers(tables, practice, audience)
      known.set(key, answers)
      return answers
    },
  }
}
