import type { FineCells } from './fineCells.ts'

/** By list of fine cells, the coarser ones that hold them; the lists stay the same while their rows do. */
const known = new WeakMap<FineCells, WeakMap<readonly number[], readonly number[]>>()

/** The cells of a coarser arrangement of the same rows in which fine cells lie, each once. */
export function coarseCells(fine: FineCells, coarse: FineCells, cells: readonly number[]): readonly number[] {
  if (coarse === fine) return cells
  const own = known.get(coarse) ?? new WeakMap<readonly number[], readonly number[]>()
  known.set(coarse, own)
  const before = own.get(cells)
  if (before !== undefined) return before
  const found: number[] = []
  const isIn = marksOf(coarse)
  for (const cell of cells) {
    const one = coarseCell(fine, coarse, cell)
    if (isIn[one] === 1) continue
    isIn[one] = 1
    found.push(one)
  }
  for (const one of found) isIn[one] = 0
  own.set(cells, found)
  return found
}

const marks = new WeakMap<FineCells, Uint8Array>()

/** By cell, 0: to mark some for a moment. */
function marksOf(cells: FineCells): Uint8Array {
  const made = marks.get(cells) ?? new Uint8Array(cells.count)
  marks.set(cells, made)
  return made
}

/** The cell of a coarser arrangement in which a fine cell lies. */
export function coarseCell({ start, order }: FineCells, { cellOf }: FineCells, cell: number): number {
  return cellOf[order[start[cell] ?? -1] ?? -1] ?? -1
}
