import type { Finding } from './auditReport.ts'
import { brokenBy, finding, isShown, shownSums, type FactAudit } from './factAudit.ts'
import { sumToMerge } from './sumToMerge.ts'
import { calendarQuarter } from './calendarQuarter.ts'
import { valuesText, type PublishedSum, type Slice } from './publishedSums.ts'

/** Checks what follows from a quarter less its months, and from a whole less its parts. */
export function checkLeftovers(audit: FactAudit): Finding[] {
  return [...checkQuarterLeftovers(audit), ...checkPartitions(audit)]
}

/** The merged months of a quarter are a group, because the quarter and its other months are shown. */
function checkQuarterLeftovers(audit: FactAudit): Finding[] {
  const { fact, slices } = audit
  const name = ({ table, measure }: Slice, quarter: string) => `${table} ${measure} ${quarter}`
  const months = Map.groupBy(
    slices.filter((slice) => slice.months === 1),
    (slice) => name(slice, calendarQuarter(slice.month)),
  )
  const isLeft = new Uint8Array(audit.fine.count)
  return slices
    .filter((slice) => slice.months === 3)
    .flatMap((slice) => {
      const shown = (months.get(name(slice, slice.month)) ?? []).flatMap(({ sums }) => sums.filter(isShown))
      // One month's values have no cell in common, so that each sum is found by the first of its own.
      const byFirst = new Map(shown.map((sum) => [sum.cells[0] ?? -1, sum]))
      return shownSums(slice).flatMap((quarter) => {
        const rest = without(quarter, byFirst, isLeft)
        if (rest.length === quarter.cells.length) return []
        const { broken, people } = brokenBy(audit, rest, quarter)
        if (broken === null) return []
        return [finding(fact, 'leftover', { sum: quarter, people, merge: sumToMerge(audit, [quarter]) })]
      })
    })
}

/** The cells of a sum that are in none of the others; only those wholly inside it are subtracted. */
function without(
  { cells }: PublishedSum,
  others: ReadonlyMap<number, PublishedSum>,
  isLeft: Uint8Array,
): readonly number[] {
  const near: PublishedSum[] = []
  for (const cell of cells) {
    const other = others.get(cell)
    if (other !== undefined) near.push(other)
  }
  if (near.length === 0) return cells
  for (const cell of cells) isLeft[cell] = 1
  for (const other of near) {
    if (!other.cells.every((cell) => isLeft[cell] === 1)) continue
    for (const cell of other.cells) isLeft[cell] = 0
  }
  const left = cells.filter((cell) => isLeft[cell] === 1)
  for (const cell of cells) isLeft[cell] = 0
  return left
}

/** What the shown parts of a shown whole leave over is a group too. */
function checkPartitions(audit: FactAudit): Finding[] {
  const { fact, slices } = audit
  const shown = new Map<string, PublishedSum>()
  const name = ({ table, month, months, values }: Omit<PublishedSum, 'measure'>, measure: string) =>
    [table, month, months, measure, valuesText(values)].join(' ')
  for (const { sums } of slices) {
    for (const sum of sums.filter(isShown)) shown.set(name(sum, sum.measure), sum)
  }
  return (fact.partitions ?? []).flatMap(({ whole, parts }) =>
    [...shown.values()]
      .filter(({ measure }) => measure === whole)
      .flatMap((sum) => {
        const known = parts.flatMap((part) => shown.get(name(sum, part)) ?? [])
        if (known.length === 0) return []
        const minus = known.map(({ measure }) => measure)
        const { broken, people } = brokenBy(audit, sum.cells, { measure: whole, minus })
        const [less = null] = known
        return broken === null ? [] : [finding(fact, 'leftover', { sum, people, less, merge: less })]
      }),
  )
}
