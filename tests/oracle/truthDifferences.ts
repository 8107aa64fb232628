import type { CubeTable } from '../../src/cubes/cube.ts'
import { publishedFigure, type Figures, type Truth } from '../../scripts/demo/truth.ts'

/** The truth's name for a published measure, where it has another one. */
const truthNames: Readonly<Record<string, string>> = { 'production.charge_cents': 'service_charge_cents' }

/** The last month of the simulated billing; a ledger also shows the open month after it. */
const lastMonth = '2026-10'

/**
 * Where a published table differs from the simulation's own sums less its spoilt rows: both ways, so that a
 * cell that is missing is a difference too. Only measures that the truth keeps are compared; `compared`
 * counts cells, so that nothing passes by comparing nothing.
 */
export function truthDifferences(
  truth: Truth,
  table: CubeTable,
): { compared: number; differences: string[] } {
  const cells = cellsOf(table)
  const part: keyof Figures = table.cube.columns.some(({ name }) => backOfficeOnly.has(name))
    ? 'backOffice'
    : 'cuts'
  const dimensions = dimensionsOf(table)
  const cut = dimensions.length === 0 ? 'month' : dimensions.join('_')
  const known = (truth.practice[part] as unknown as Tables)[cut]
  if (!known) return { compared: 0, differences: [] }
  const kept = new Set(Object.values(known).flatMap((sums) => Object.keys(sums)))
  const keys = new Set([...Object.keys(known), ...cells.keys()].filter((key) => key.slice(0, 7) <= lastMonth))
  const differences: string[] = []
  let compared = 0
  for (const { name: measure } of table.cube.columns.filter(
    ({ role }) => role !== 'time' && role !== 'dimension',
  )) {
    const truthName = truthNames[`${table.cube.fact}.${measure}`] ?? measure
    if (!kept.has(truthName)) continue
    for (const key of keys) {
      const expected = publishedFigure(truth, part, { cut, key, measure: truthName })
      const actual = cells.get(key)?.[measure] ?? 0
      compared += 1
      if (expected !== actual)
        differences.push(`${table.cube.name} ${key} ${measure}: ${String(actual)}, truly ${String(expected)}`)
    }
  }
  return { compared, differences }
}

type Tables = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>

const backOfficeOnly = new Set(['staff_cost_cents', 'regular_hours', 'operating_cents', 'due_count'])

function dimensionsOf(table: CubeTable): string[] {
  return table.cube.columns.filter(({ role }) => role === 'dimension').map(({ name }) => name)
}

/** Measures by `month|dimension|dimension`, with the truth's spelling of a blank. */
function cellsOf(table: CubeTable): Map<string, Record<string, number>> {
  const cells = new Map<string, Record<string, number>>()
  const dimensions = dimensionsOf(table)
  for (let row = 0; row < table.rowCount; row += 1) {
    const at = (name: string) => String(table.columns[name]?.[row] ?? '')
    const key = [
      at('month').slice(0, 7),
      ...dimensions.map((name) => (at(name) === 'None given' ? '' : at(name))),
    ].join('|')
    const measures = table.cube.columns.filter(({ role }) => role !== 'time' && role !== 'dimension')
    cells.set(
      key,
      Object.fromEntries(measures.map(({ name }) => [name, Number(table.columns[name]?.[row] ?? 0)])),
    )
  }
  return cells
}
