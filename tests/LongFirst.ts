import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Folders whose files start the real command, cut whole ledgers or look at whole practices: minutes where others take
 * moments. Those of the oracle come first: two hundred ledgers are one file, and the demo's rows serve browser tests.
 */
const long = [
  'tests/oracle/',
  'tests/canaries/',
  'tests/sync/',
  'tests/privacy/',
  'tests/real/',
  'tests/unit/doctor/',
  'tests/unit/demo/',
]

/**
 * Begins with the long files, so that none of them is still running alone when all others are done. Vitest does so
 * by itself once it knows how long each one took; in a fresh clone it only knows their sizes. Files that share workers
 * stand together, since a worker goes on only to another such file.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isKnown = sorted.every((file) => this.ctx.cache.getTestSpecificationResult(file))
    const rankOf = ({ moduleId }: TestSpecification) => {
      const path = relative(this.ctx.config.root, moduleId).replaceAll('\\', '/')
      if (path.startsWith('tests/oracle/')) return 0
      return long.some((folder) => path.startsWith(folder)) ? 1 : 2
    }
    const longFirst = isKnown ? sorted : sorted.toSorted((a, b) => rankOf(a) - rankOf(b))
    const isAlone = ({ project }: TestSpecification) => project.config.isolate
    return [...longFirst.filter(isAlone), ...longFirst.filter((file) => !isAlone(file))]
  }
}
