import type { Measure } from '../../../src/cubes/cube.ts'
import type { WholeNumbers } from '../ledger/ledger.ts'
import type { FineCells } from './fineCells.ts'

/** An amount of every row: a measure, or what is left of one when others are subtracted. */
export interface Layer {
  readonly name: string
  readonly unit: Measure['unit']
  /** By row of the person rows. */
  readonly amounts: WholeNumbers
}

/** Makes layers of a fact's rows, each once. */
export function layersOf(fine: FineCells): (measure: string, minus?: readonly string[]) => Layer {
  const known = new Map<string, Layer>()
  return (measure, minus = []) => {
    const name = [measure, ...minus].join(' less ')
    const layer = known.get(name) ?? makeLayer(fine, { name, measure, minus })
    known.set(name, layer)
    return layer
  }
}

function makeLayer(
  { fact, rows }: FineCells,
  { name, measure, minus }: { name: string; measure: string; minus: readonly string[] },
): Layer {
  const unit = fact.measures[measure]?.unit
  const whole = rows.measures[measure]
  if (unit === undefined || whole === undefined) throw new Error(`unknown measure: ${fact.name}.${measure}`)
  if (minus.length === 0) return { name, unit, amounts: whole }
  const amounts = Float64Array.from(whole)
  for (const part of minus) {
    const parts = rows.measures[part]
    if (parts === undefined) throw new Error(`unknown measure: ${fact.name}.${part}`)
    for (let row = 0; row < amounts.length; row += 1) amounts[row] = (amounts[row] ?? 0) - (parts[row] ?? 0)
  }
  return { name, unit, amounts }
}
