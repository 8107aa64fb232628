import { cubesOf, type Fact } from '../../src/cubes/cube.ts'
import { facts } from '../../src/cubes/facts.ts'
import { dashboards } from '../../src/dashboards/dashboards.ts'
import { metrics } from '../../src/metrics/metrics.ts'
import { contentHash } from './contentHash.ts'

/** Hashes of what a release declares, by which an edition is known to be of one that declares the same. */
export interface DeclaredHashes {
  /** Of the cubes, how they are protected, and `gateVersion`. */
  readonly made: string
  /** Of the metrics and pages that answers are prepared for. */
  readonly answered: string
}

/**
 * To be raised by one whenever the rules of gate or audit become stricter and no declaration of a fact says so: what
 * viewers were shown by the older rules is then withdrawn. A test (tests/lint/gateVersion.test.ts) asks whoever changes
 * their code. History: 1, the first; 2, visits beside claims, money posted late of a month of service, and panels of
 * patients; 3, parts of payments beside all other money, levels of office visits, contractual adjustments by age.
 */
export const gateVersion = 3

/** This release's; others only in tests. */
export function declaredHashes(
  declared: readonly Fact[] = Object.values(facts),
  version: number = gateVersion,
): DeclaredHashes {
  // What is told apart, and what decides what is merged of it.
  const cubes = declared.map((fact) => [fact, cubesOf(fact)])
  return { made: hashOf([version, cubes]), answered: hashOf([metrics, dashboards]) }
}

/** Not in what words: a description may be mended without a new edition. */
function hashOf(content: unknown): string {
  const text = JSON.stringify(content, (key, value: unknown) => (key === 'description' ? undefined : value))
  return contentHash(Buffer.from(text))
}
