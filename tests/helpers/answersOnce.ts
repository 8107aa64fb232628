import { createHash } from 'node:crypto'
import type * as publish from '../../scripts/publish/prepareAnswers.ts'
import type { Audience } from '../../src/cubes/audience.ts'
import { dashboards } from '../../src/dashboards/dashboards.ts'

type Module = typeof publish

/**
 * Prepared answers, computed once for equal sums: they follow from the sums alone, and much of a
 * small run's time goes there. For `vi.mock` in a test of what lies before them, which publishes the same often; one
 * that never looks at the answers of an audience leaves them `out`: all parts are there, with nothing in them.
 */
export async function answersOnce(
  original: () => Promise<Module>,
  { out }: { readonly out?: Audience } = {},
): Promise<Module> {
  const { prepareAnswers } = await original()
  const known = new Map<string, ReturnType<typeof prepareAnswers>>()
  return {
    prepareAnswers: (tables, practice, audience) => {
      if (audience === out) return Promise.resolve(noAnswers())
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

function noAnswers(): Awaited<ReturnType<Module['prepareAnswers']>> {
  const pages = dashboards.flatMap(({ id }) => [id, `${id}-filters`])
  return pages.map((page) => ({ page, answers: {} }))
}
