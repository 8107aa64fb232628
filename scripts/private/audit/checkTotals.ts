import type { Finding, SumName, TotalLine } from './auditReport.ts'
import { brokenBy, finding, isKnown, shownSums, type FactAudit } from './factAudit.ts'
import type { Slice } from './publishedSums.ts'

/**
 * Checks that the values of each cut add up to the control total, that no cut tells a total which the
 * practice's own row withholds, and that what a cut withholds does not follow from the practice's row.
 */
export function checkTotals(audit: FactAudit): { findings: Finding[]; totals: TotalLine[] } {
  const findings: Finding[] = []
  const totals: TotalLine[] = []
  for (const slices of byPeriod(audit.slices).values()) {
    const whole = slices.find(({ cut }) => cut.length === 0)
    const found = slices.flatMap((slice) => checkSlice(audit, slice, whole))
    findings.push(...found)
    const [first] = slices
    if (first === undefined) continue
    const { measure, month, months } = first
    const state = isKnown(whole ?? first) ? 'ties' : 'withheld'
    const differs = found.some(({ rule }) => rule === 'total')
    totals.push({ fact: audit.fact.name, measure, month, months, state: differs ? 'differs' : state })
  }
  return { findings, totals }
}

/** The slices of each measure and period, of all tables. */
function byPeriod(slices: readonly Slice[]): Map<string, Slice[]> {
  return Map.groupBy(slices, ({ measure, month, months }) => `${measure} ${month} ${months}`)
}

function checkSlice(audit: FactAudit, slice: Slice, whole: Slice | undefined): Finding[] {
  const { fact } = audit
  const sum = sliceName(slice)
  const { measure } = slice
  if (isKnown(slice)) {
    // Every cell is in just one of the sums.
    const control = slice.sums.reduce(
      (sum, { cells }) => sum + brokenBy(audit, cells, { measure }).recomputed,
      0,
    )
    const published = shownSums(slice).reduce((added, { value }) => added + value, 0)
    const found = published === control ? [] : [finding(fact, 'total', { sum })]
    const isLeak = whole !== undefined && !isKnown(whole) && control !== 0
    if (!isLeak) return found
    const all = slice.sums.flatMap(({ cells }) => cells)
    const { people } = brokenBy(audit, all, { measure })
    return [...found, finding(fact, 'whole', { sum, people })]
  }
  if (whole === undefined || !isKnown(whole)) return []
  const hidden = slice.sums.filter(({ value }) => value === null).flatMap(({ cells }) => cells)
  const { broken, people } = brokenBy(audit, hidden, { measure })
  return broken === null ? [] : [finding(fact, 'leftover', { sum: sliceName(whole), people, less: sum })]
}

/** The name of a whole slice: its table, without a value. */
function sliceName({ table, month, months, measure }: Slice): SumName {
  return { table, month, months, values: [], measure }
}
