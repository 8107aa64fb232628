import { cubesOf, type Fact } from '../../src/cubes/cube.ts'
import { facts } from '../../src/cubes/facts.ts'
import { dashboards } from '../../src/dashboards/dashboards.ts'
import { metrics } from '../../src/metrics/metrics.ts'
import { contentHash } from './contentHash.ts'

/** A hash of what this release declares: its cubes, and the metrics and pages that answers are prepared for. */
export function declaredHash(): string {
  const declared: readonly Fact[] = Object.values(facts)
  return contentHash(Buffer.from(JSON.stringify([declared.flatMap(cubesOf), metrics, dashboards])))
}
