import type { MeasureTree } from './measureTrees.ts'

/** A cell's layer that somebody has a part in; pools number them, cell by cell. */
export interface Part {
  readonly cell: number
  readonly layer: number
}

/** What a number in a pool's columns stands for. */
export function partOf({ layers }: MeasureTree, part: number): Part {
  const layer = part % layers.length
  return { cell: (part - layer) / layers.length, layer }
}
