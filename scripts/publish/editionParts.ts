import type { Health, Practice, ViewersHealth } from '../../src/bundle/bundle.ts'
import type { Audience } from '../../src/cubes/audience.ts'
import { audienceOf } from '../../src/cubes/audienceOf.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import type { BundlePart } from './bundlePart.ts'
import { encodeCube } from './encodeCube.ts'
import { prepareAnswers } from './prepareAnswers.ts'
import { withTiles } from './withTiles.ts'

/** Everything that an edition is made of, and nothing else: sums, counts and what names them, all of one date. */
export interface EditionContents {
  /** As they have passed the gate; what is for owners only is left out of any other edition. */
  readonly tables: readonly CubeTable[]
  readonly practice: Practice
  readonly health: Health | ViewersHealth
}

/**
 * The parts of an audience's edition: cubes as Parquet, prepared answers, the practice, the data's health. It is
 * whole by itself; nobody needs a part of another edition beside it. The viewers' tiles come with `shownParts`: they are not
 * kept, so that they read as in this release.
 */
export async function editionParts(audience: Audience, contents: EditionContents): Promise<BundlePart[]> {
  const tables = contents.tables.filter(({ cube }) => audience === 'owner' || audienceOf(cube) === 'viewer')
  const prepared = await prepareAnswers(tables, contents.practice, audience)
  const part = (name: string, bytes: Uint8Array): BundlePart => ({ name, audience, bytes })
  const text = (name: string, content: unknown) => part(name, Buffer.from(JSON.stringify(content)))
  const parts = [
    text('practice', contents.practice),
    text('health', contents.health),
    ...prepared.map((answers) => text(`answers/${answers.page}`, answers)),
    ...tables.map((table) => part(`cubes/${table.cube.name}`, encodeCube(table))),
  ]
  return audience === 'owner' ? withTiles(parts, audience) : parts
}
