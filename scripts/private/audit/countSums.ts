import type { AuditReport } from './auditReport.ts'
import { calendarQuarter } from './calendarQuarter.ts'
import { isKnown, isShown } from './factAudit.ts'
import type { Slice } from './publishedSums.ts'

/** How many sums are null, and how many measures of a cut and period are told nowhere. */
export function countSums(slices: readonly Slice[]): Pick<AuditReport, 'merged' | 'withheld'> {
  const name = ({ table, measure }: Slice, period: string): string => `${table} ${measure} ${period}`
  const quarters = new Set(
    slices.filter((slice) => slice.months === 3 && isKnown(slice)).map((slice) => name(slice, slice.month)),
  )
  const isTold = (slice: Slice): boolean =>
    isKnown(slice) || quarters.has(name(slice, calendarQuarter(slice.month)))
  return {
    merged: slices.reduce((count, { sums }) => count + sums.filter((sum) => !isShown(sum)).length, 0),
    withheld: slices.filter((slice) => !isTold(slice)).length,
  }
}
