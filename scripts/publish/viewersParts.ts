import type { Health, Practice } from '../../src/bundle/bundle.ts'
import { audienceOf } from '../../src/cubes/audienceOf.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import { aliasProviders } from './aliasProviders.ts'
import type { BundlePart } from './bundlePart.ts'
import { editionParts } from './editionParts.ts'
import { viewersHealth } from './viewersHealth.ts'
import { viewersPractice, type NameReaders } from './viewersPractice.ts'
import { withTiles } from './withTiles.ts'

/** What is behind the viewers' edition: sums up to its day, with providers' names; the owners' data health. */
export interface ViewersContents {
  readonly tables: readonly CubeTable[]
  readonly practice: Practice
  readonly health: Health
}

/**
 * The viewers' edition as it is kept: what is for owners only left out, providers under aliases before anything is
 * encoded. Its practice still has the names behind them; `shownParts` gives what viewers may read.
 */
export async function viewersParts({ tables, practice, health }: ViewersContents): Promise<BundlePart[]> {
  const seen = tables.filter(({ cube }) => audienceOf(cube) === 'viewer')
  const aliased = aliasProviders({ tables: seen, practice })
  return editionParts('viewer', { ...aliased, health: viewersHealth(health, practice.asOf) })
}

/**
 * The kept parts as viewers get them: the practice without what they may not know, all else byte for byte, and the pages'
 * tiles, which follow from these.
 */
export function shownParts(kept: readonly BundlePart[], readers: NameReaders): BundlePart[] {
  const shown = kept.map((part) => {
    if (part.name !== 'practice') return part
    const practice = JSON.parse(Buffer.from(part.bytes).toString()) as Practice
    return { ...part, bytes: Buffer.from(JSON.stringify(viewersPractice(practice, readers))) }
  })
  return withTiles(shown, 'viewer')
}
