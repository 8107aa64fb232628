import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Folders whose files start the real command, cut whole ledgers or look at whole practices: minutes where others take moments. */
const long = [
  'tests/canaries/',
  'tests/sync/',
  'tests/oracle/',
  'tests/privacy/',
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
    const isLong = ({ moduleId }: TestSpecification) => {
      const path = relative(this.ctx.config.root, moduleId).replaceAll('\\', '/')
      return long.some((folder) => path.startsWith(folder))
    }
    const longFirst = isKnown ? sorted : [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
    const isAlone = ({ project }: TestSpecification) => project.config.isolate
    return [...longFirst.filter(isAlone), ...longFirst.filter((file) => !isAlone(file))]
  }
}
