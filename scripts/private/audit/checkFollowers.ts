import type { Cube, CubeTable, CubeValue, Fact } from '../../../src/cubes/cube.ts'
import type { AuditMemory } from './AuditMemory.ts'
import type { Finding, SumName } from './auditReport.ts'
import { finding } from './factAudit.ts'
import { monthBefore } from './monthBefore.ts'
import { valuesText } from './publishedSums.ts'

/** Sums without people of their own are shown only where all sums that they are computed from are shown. */
export function checkFollowers(
  { fact, tables }: { fact: Fact; tables: readonly CubeTable[] },
  { published, memory }: { published: readonly CubeTable[]; memory: AuditMemory },
): Finding[] {
  return (fact.follows ?? []).flatMap(({ fact: name, measure, of }) => {
    const followedMonth = ({ month }: ReadSum) => (of === 'month_before' ? monthBefore(month) : month)
    const followed = published.filter(({ cube }) => cube.fact === name)
    return memory.recall(
      `${fact.name} follows ${name} ${measure} ${of ?? ''}`,
      [...tables, ...followed],
      () => {
        const hidden = new Set(
          followed
            .flatMap((table) => readSums(table))
            .filter((sum) => sum.measure === measure && sum.value === null)
            .map((sum) => placeText(sum, sum.month)),
        )
        const cuts = new Set(followed.map(({ cube }) => dimensionsOf(cube).join()))
        // Where what is followed is not split so, the practice's own sum of it counts.
        const placeOf = (sum: ReadSum) =>
          placeText(
            cuts.has(sum.dimensions.join()) ? sum : { ...sum, dimensions: [], values: [] },
            followedMonth(sum),
          )
        return tables
          .flatMap((table) => readSums(table))
          .filter((sum) => sum.value !== null && hidden.has(placeOf(sum)))
          .map((sum) => finding(fact, 'follows', { sum }))
      },
    )
  })
}

interface ReadSum extends SumName {
  readonly value: CubeValue
  readonly dimensions: readonly string[]
}

function readSums({ cube, rowCount, columns }: CubeTable): ReadSum[] {
  const dimensions = dimensionsOf(cube)
  const measures = cube.columns
    .filter(({ role }) => role !== 'dimension' && role !== 'time')
    .map(({ name }) => name)
  return Array.from({ length: rowCount }, (_, row) => row).flatMap((row) => {
    const month = String(columns.month?.[row]).slice(0, 7)
    const values = dimensions.map((name) => columns[name]?.[row] ?? '')
    const place = { table: cube.name, month, months: Number(columns.months?.[row]), values, dimensions }
    return measures.map((measure) => ({ ...place, measure, value: columns[measure]?.[row] ?? null }))
  })
}

function dimensionsOf({ columns }: Cube): string[] {
  return columns.filter(({ role }) => role === 'dimension').map(({ name }) => name)
}

function placeText({ months, dimensions, values }: ReadSum, month: string): string {
  return [month, months, dimensions.join(), valuesText(values)].join(' ')
}
