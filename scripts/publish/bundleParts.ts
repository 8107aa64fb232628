import type { Health, Practice } from '../../src/bundle/bundle.ts'
import type { Audience } from '../../src/cubes/audience.ts'
import { audienceOf } from '../../src/cubes/audienceOf.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import { aliasProviders } from './aliasProviders.ts'
import type { BundlePart } from './bundlePart.ts'
import { encodeCube } from './encodeCube.ts'
import { prepareAnswers } from './prepareAnswers.ts'
import { viewersHealth } from './viewersHealth.ts'
import { viewersPractice, type NameReaders } from './viewersPractice.ts'

/** Everything that a bundle publishes, and nothing else: sums, counts and what names them. */
export interface BundleContents {
  /** With providers' names, as they have passed the gate. */
  readonly tables: readonly CubeTable[]
  readonly practice: Practice
  /** The owners'; the viewers' is made of it here. */
  readonly health: Health
  /** Owners unless given. */
  readonly nameReaders?: NameReaders
}

/**
 * The parts of a bundle, each for an audience: cubes as Parquet, prepared answers, the practice, the data's
 * health. An owner's share of a part adds to the viewers' (answers) or stands for it (practice, health).
 * Providers get their aliases here, so that no way leads around them.
 */
export async function bundleParts(contents: BundleContents): Promise<BundlePart[]> {
  const { health, nameReaders = 'owners' } = contents
  const { tables, practice } = aliasProviders(contents)
  const prepared = await prepareAnswers(tables, practice)
  return [
    jsonPart('practice', 'viewer', viewersPractice(practice, nameReaders)),
    jsonPart('practice', 'owner', practice),
    jsonPart('health', 'viewer', viewersHealth(health, practice.asOf)),
    jsonPart('health', 'owner', health),
    ...prepared.map(({ audience, page, answers }) =>
      jsonPart(`answers/${page}`, audience, { page, answers }),
    ),
    ...tables.map((table): BundlePart => ({
      name: `cubes/${table.cube.name}`,
      audience: audienceOf(table.cube),
      bytes: encodeCube(table),
    })),
  ]
}

function jsonPart(name: string, audience: Audience, content: unknown): BundlePart {
  return { name, audience, bytes: Buffer.from(JSON.stringify(content)) }
}
