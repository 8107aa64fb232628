import type { Health, Practice } from '../../src/bundle/bundle.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import { encodeCube } from './encodeCube.ts'
import { prepareAnswers } from './prepareAnswers.ts'
import type { BundlePart } from './writeBundle.ts'

/** Everything that a bundle publishes, and nothing else: sums, counts and what names them. */
export interface BundleContents {
  readonly tables: readonly CubeTable[]
  readonly practice: Practice
  readonly health: Health
}

/** The files of a bundle: cubes as Parquet, prepared answers, the practice, the data's health. */
export async function bundleParts({ tables, practice, health }: BundleContents): Promise<BundlePart[]> {
  const answers = await prepareAnswers(tables, practice)
  return [
    jsonPart('practice', practice),
    jsonPart('health', health),
    ...answers.map((page) => jsonPart(`answers/${page.page}`, page)),
    ...tables.map((table): BundlePart => ({
      name: `cubes/${table.cube.name}`,
      extension: 'parquet',
      bytes: encodeCube(table),
    })),
  ]
}

function jsonPart(name: string, content: unknown): BundlePart {
  return { name, extension: 'json', bytes: Buffer.from(JSON.stringify(content)) }
}
