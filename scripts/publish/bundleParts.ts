import type { Audience } from '../../src/bundle/audience.ts'
import type { Health, Practice } from '../../src/bundle/bundle.ts'
import { audienceOf } from '../../src/cubes/audienceOf.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import type { BundlePart } from './bundlePart.ts'
import { encodeCube } from './encodeCube.ts'
import { prepareAnswers } from './prepareAnswers.ts'
import { viewersHealth } from './viewersHealth.ts'

/** Everything that a bundle publishes, and nothing else: sums, counts and what names them. */
export interface BundleContents {
  readonly tables: readonly CubeTable[]
  readonly practice: Practice
  readonly health: Health
}

/**
 * The parts of a bundle, each for an audience: cubes as Parquet, prepared answers, the practice, the data's
 * health. An owner's share of a part adds to the viewers' (answers) or stands for it (health).
 */
export async function bundleParts({ tables, practice, health }: BundleContents): Promise<BundlePart[]> {
  const prepared = await prepareAnswers(tables, practice)
  return [
    jsonPart('practice', 'viewer', practice),
    jsonPart('health', 'viewer', viewersHealth(health)),
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
