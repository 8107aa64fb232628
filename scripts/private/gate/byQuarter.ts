import type { PersonRows, WholeNumbers } from '../ledger/ledger.ts'
import { quarterOf } from './calendar.ts'
import { cellsOf } from './cellsOf.ts'

/** Rows of months as rows of their calendar quarters: those of one value in its three months become one cell. */
export function byQuarter(rows: PersonRows): PersonRows {
  const cells = [...cellsOf(rows)].flatMap(([month, own]) =>
    own.map((cell) => ({ ...cell, quarter: quarterOf(month.slice(0, 7)) })),
  )
  const groups = [...Map.groupBy(cells, ({ quarter, key }) => `${quarter} ${key}`).values()].toSorted(
    (a, b) => ((a[0]?.quarter ?? '') < (b[0]?.quarter ?? '') ? -1 : 1),
  )
  const quarters = [...new Set(groups.map(([first]) => first?.quarter ?? ''))]
  const order = new Int32Array(rows.person.length)
  const month = new Int32Array(rows.person.length)
  let place = 0
  for (const { start, end, quarter } of groups.flat()) {
    for (let row = start; row < end; row += 1) {
      order[place] = row
      month[place] = quarters.indexOf(quarter)
      place += 1
    }
  }
  const inOrder = (column: WholeNumbers): WholeNumbers => Float64Array.from(order, (row) => column[row] ?? 0)
  return {
    ...rows,
    monthNames: quarters.map((quarter) => `${quarter}-01`),
    month,
    values: rows.values.map(({ names, codes }) => ({ names, codes: inOrder(codes) })),
    person: inOrder(rows.person),
    sourceRows: inOrder(rows.sourceRows),
    measures: Object.fromEntries(
      Object.entries(rows.measures).map(([name, amounts]) => [name, inOrder(amounts)]),
    ),
  }
}
