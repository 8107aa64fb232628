import { cubesOf, type CubeColumn, type Fact } from '../../src/cubes/cube.ts'
import { facts } from '../../src/cubes/facts.ts'
import { dashboards } from '../../src/dashboards/dashboards.ts'
import { metrics } from '../../src/metrics/metrics.ts'
import { contentHash } from './contentHash.ts'

/** Hashes of what a release declares, by which an edition is known to be of one that declares the same. */
export interface DeclaredHashes {
  /** Of the cubes. */
  readonly made: string
  /** Of the metrics and pages that answers are prepared for. */
  readonly answered: string
}

/** This release's. */
export function declaredHashes(): DeclaredHashes {
  const declared: readonly Fact[] = Object.values(facts)
  // Not in what words: a description may be mended without a new edition.
  const cubes = declared.flatMap(cubesOf).map(({ name, columns }) => [name, columns.map(columnOf)])
  return { made: hashOf(cubes), answered: hashOf([metrics, dashboards]) }
}

function columnOf({ name, type, role }: CubeColumn): readonly string[] {
  return [name, type, role]
}

function hashOf(content: unknown): string {
  return contentHash(Buffer.from(JSON.stringify(content)))
}
