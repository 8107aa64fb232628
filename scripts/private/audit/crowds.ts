import type { FactAudit } from './factAudit.ts'
import type { FineCells } from './fineCells.ts'
import type { Layer } from './layer.ts'

/** How many people have a part in a layer of a cell. */
export const crowd = { nobody: 0, few: 1, enough: 2 } as const

const known = new WeakMap<FineCells, WeakMap<Layer, Uint8Array>>()

/** By cell, one of `crowd` for a layer; counted once, because it stays the same while the rows do. */
export function crowds({ tally, rule }: FactAudit, cells: FineCells, layer: Layer): Uint8Array {
  const own = known.get(cells) ?? new WeakMap<Layer, Uint8Array>()
  known.set(cells, own)
  const before = own.get(layer)
  if (before !== undefined) return before
  const found = Uint8Array.from({ length: cells.count }, (_, cell) => {
    if (!isBusy(cells, cell, layer.amounts)) return crowd.nobody
    return tally.start().add(cells, cell, layer).people >= rule.least ? crowd.enough : crowd.few
  })
  own.set(layer, found)
  return found
}

function isBusy({ start, order }: FineCells, cell: number, amounts: Layer['amounts']): boolean {
  for (let index = start[cell] ?? 0; index < (start[cell + 1] ?? 0); index += 1) {
    if (amounts[order[index] ?? -1] !== 0) return true
  }
  return false
}
