import type { Partition } from '../../../src/cubes/cube.ts'
import type { FactAudit } from './factAudit.ts'
import type { Layer } from './layer.ts'

/** Measures that can be subtracted from each other, taken apart into layers that no row amount shares. */
export interface MeasureTree {
  readonly layers: readonly Layer[]
  /** By measure: the positions of the layers that it adds up. */
  readonly parts: ReadonlyMap<string, readonly number[]>
}

/**
 * The trees of a fact: one for each measure that is no part of another, and where measures are cut in several
 * ways one more for each choice of ways.
 */
export function measureTrees(audit: FactAudit): MeasureTree[] {
  const { measures, partitions = [] } = audit.fact
  const parts = new Set(partitions.flatMap((partition) => partition.parts))
  const roots = Object.keys(measures).filter((name) => !parts.has(name))
  return roots.flatMap((root) => waysOf(partitions, root).map((way) => tree(audit, root, way)))
}

/** By measure, the partition by which it is cut. */
type Way = ReadonlyMap<string, Partition>

/** The ways in which a measure, and its parts, can be cut. */
function waysOf(partitions: readonly Partition[], measure: string): Way[] {
  const own = partitions.filter(({ whole }) => whole === measure)
  if (own.length === 0) return [new Map()]
  return own.flatMap((partition) =>
    partition.parts.reduce<Way[]>(
      (ways, part) => {
        const inside = waysOf(partitions, part)
        return ways.flatMap((way) => inside.map((one) => new Map([...way, ...one])))
      },
      [new Map([[measure, partition]])],
    ),
  )
}

function tree(audit: FactAudit, root: string, way: Way): MeasureTree {
  const layers: Layer[] = []
  const found = new Map<string, number[]>()
  const visit = (measure: string): number[] => {
    const partition = way.get(measure)
    const inside = partition?.parts.flatMap(visit) ?? []
    const positions = [...inside, layers.push(audit.layer(measure, partition?.parts)) - 1]
    found.set(measure, positions)
    return positions
  }
  visit(root)
  return { layers, parts: found }
}
