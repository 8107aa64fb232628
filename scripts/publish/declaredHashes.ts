import { cubesOf, type Fact } from '../../src/cubes/cube.ts'
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
  return { made: hashOf(declared.flatMap(cubesOf)), answered: hashOf([metrics, dashboards]) }
}

function hashOf(content: unknown): string {
  return contentHash(Buffer.from(JSON.stringify(content)))
}
