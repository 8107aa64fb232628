import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Folders whose files start the real command or cut whole ledgers, and take minutes where others take moments. */
const long = ['tests/canaries/', 'tests/sync/', 'tests/oracle/', 'tests/privacy/']

/**
 * Begins with the long files, so that none of them is still running alone when all others are done. Vitest does so
 * by itself once it knows how long each one took; in a fresh clone it only knows their sizes.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    if (sorted.every((file) => this.ctx.cache.getTestSpecificationResult(file))) return sorted
    const isLong = ({ moduleId }: TestSpecification) => {
      const path = relative(this.ctx.config.root, moduleId).replaceAll('\\', '/')
      return long.some((folder) => path.startsWith(folder))
    }
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}
