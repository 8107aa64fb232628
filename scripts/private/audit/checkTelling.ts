import type { CubeTable, Fact } from '../../../src/cubes/cube.ts'
import type { Finding } from './auditReport.ts'
import { finding } from './factAudit.ts'

/** Beside a merged sum none is shown that would tell it (`telling`), but 0. */
export function checkTelling(fact: Fact, tables: readonly CubeTable[]): Finding[] {
  const pairs = (fact.telling ?? []).flatMap((chain) =>
    chain.flatMap((measure, place) => chain.slice(0, place).map((told) => ({ measure, told }))),
  )
  return tables.flatMap((table) => pairs.flatMap((pair) => toldIn(fact, table, pair)))
}

interface Pair {
  readonly measure: string
  /** What it would tell. */
  readonly told: string
}

function toldIn(fact: Fact, { cube, rowCount, columns }: CubeTable, { measure, told }: Pair): Finding[] {
  const [own, other] = [columns[measure], columns[told]]
  if (own === undefined || other === undefined) return []
  const dimensions = cube.columns.filter(({ role }) => role === 'dimension').map(({ name }) => name)
  return Array.from({ length: rowCount }, (_, row) => row)
    .filter((row) => other[row] === null && own[row] !== null && own[row] !== 0)
    .map((row) => {
      const month = String(columns.month?.[row]).slice(0, 7)
      const values = dimensions.map((name) => columns[name]?.[row] ?? '')
      const sum = { table: cube.name, month, months: Number(columns.months?.[row]), values, measure }
      return finding(fact, 'telling', { sum, merge: sum })
    })
}
