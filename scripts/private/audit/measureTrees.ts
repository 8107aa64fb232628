import type { FactAudit } from './factAudit.ts'
import type { Layer } from './layer.ts'

/** Measures that can be subtracted from each other, taken apart into layers that no row amount shares. */
export interface MeasureTree {
  readonly layers: readonly Layer[]
  /** By measure: the positions of the layers that it adds up. */
  readonly parts: ReadonlyMap<string, readonly number[]>
}

/**
 * The trees of a fact: one for each measure that is no part of another, and where a whole is cut in several
 * ways one more for each way. Measures that count nobody are left out.
 */
export function measureTrees(audit: FactAudit): MeasureTree[] {
  const { measures, partitions = [] } = audit.fact
  const parts = new Set(partitions.flatMap((partition) => partition.parts))
  const roots = Object.keys(measures).filter((name) => !parts.has(name) && measures[name]?.ofNobody !== true)
  return roots.flatMap((root) => {
    const ways = waysOf(audit, root)
    return Array.from({ length: ways }, (_, way) => tree(audit, root, way))
  })
}

/** In how many ways a measure, or a part of it, is cut. */
function waysOf({ fact }: FactAudit, root: string): number {
  const ways = (measure: string): number => {
    const own = (fact.partitions ?? []).filter(({ whole }) => whole === measure)
    return Math.max(1, own.length, ...own.flatMap(({ parts }) => parts.map(ways)))
  }
  return ways(root)
}

function tree(audit: FactAudit, root: string, way: number): MeasureTree {
  const layers: Layer[] = []
  const found = new Map<string, number[]>()
  const visit = (measure: string): number[] => {
    const own = (audit.fact.partitions ?? []).filter(({ whole }) => whole === measure)
    const partition = own[Math.min(way, own.length - 1)]
    const inside = partition?.parts.flatMap(visit) ?? []
    const positions = [...inside, layers.push(audit.layer(measure, partition?.parts)) - 1]
    found.set(measure, positions)
    return positions
  }
  visit(root)
  return { layers, parts: found }
}
