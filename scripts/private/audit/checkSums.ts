import type { Finding, SmallestGroup } from './auditReport.ts'
import { brokenBy, finding, shownSums, type FactAudit } from './factAudit.ts'
import { sumToMerge } from './sumToMerge.ts'
import type { PublishedSum, Slice } from './publishedSums.ts'

/** What the sums of a fact say, each by itself. */
export interface SumCheck {
  readonly findings: readonly Finding[]
  readonly cellsChecked: number
  /** The smallest group that may be shown, or null. */
  readonly smallest: SmallestGroup | null
}

/** Checks every published sum by itself, against the rows of people behind it. */
export function checkSums(audit: FactAudit): SumCheck {
  let cellsChecked = 0
  let smallest: SmallestGroup | null = null
  const findings = audit.slices.flatMap((slice) => {
    const checked = shownSums(slice).map((sum) => ({ sum, ...brokenBy(audit, sum.cells, sum) }))
    cellsChecked += checked.length
    for (const { broken, people } of checked) {
      if (broken !== null || people === 0 || people >= (smallest?.people ?? Infinity)) continue
      smallest = { table: slice.table, measure: slice.measure, people }
    }
    return [
      ...checked.flatMap((each) => checkSum(audit, each)),
      ...checkOther(audit, slice),
      ...checkPeriod(audit, slice),
    ]
  })
  return { findings, cellsChecked, smallest }
}

function checkSum(
  audit: FactAudit,
  each: ReturnType<typeof brokenBy> & { readonly sum: PublishedSum },
): Finding[] {
  const { fact } = audit
  const { sum, broken, people } = each
  const found: Finding[] = each.recomputed === sum.value ? [] : [finding(fact, 'value', { sum, people })]
  if (broken === null) return found
  return [...found, finding(fact, broken, { sum, people, merge: sumToMerge(audit, [sum]) })]
}

/** Under "Other (merged)" stand at least two values that somebody has a part in, or all there are. */
function checkOther(audit: FactAudit, { sums, other, measure }: Slice): Finding[] {
  if (other?.value == null) return []
  const people = (cells: readonly number[]): number => brokenBy(audit, cells, { measure }).people
  const isBusy = ({ cells }: { readonly cells: readonly number[] }): boolean => people(cells) > 0
  const busy = sums.filter(({ value, cells }) => value === null && isBusy({ cells }))
  if (busy.length !== 1) return []
  if (!sums.some((sum) => sum.value !== null && isBusy(sum))) return []
  return [finding(audit.fact, 'merged', { sum: other, people: people(other.cells) })]
}

/** What has not ended is shown for the practice only. */
function checkPeriod({ fact }: FactAudit, slice: Slice): Finding[] {
  const { cut, isOpen, measure, months } = slice
  const shown = shownSums(slice).filter(({ cells }) => cells.length > 0)
  const { kind } = fact.measures[measure] ?? {}
  const isSplit = isOpen && (cut.length > 0 || months === 3)
  const isWrongLength = months !== 1 && kind === 'stock'
  if (!isSplit && !isWrongLength) return []
  return shown.map((sum) => finding(fact, 'open_period', { sum, merge: sum }))
}
