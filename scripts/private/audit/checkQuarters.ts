import type { AuditMemory } from './AuditMemory.ts'
import type { AuditReport, Finding, TotalLine } from './auditReport.ts'
import { calendarQuarter } from './calendarQuarter.ts'
import { checkDerived } from './checkDerived.ts'
import { checkLeftovers } from './checkLeftovers.ts'
import { checkSums, type SumCheck } from './checkSums.ts'
import { checkTotals } from './checkTotals.ts'
import { countSums } from './countSums.ts'
import type { FactAudit } from './factAudit.ts'
import type { Slice } from './publishedSums.ts'

/** What the checks of a fact's sums in one calendar quarter say. */
export interface QuarterCheck extends SumCheck, Pick<AuditReport, 'merged' | 'withheld'> {
  readonly findings: readonly Finding[]
  readonly totals: readonly TotalLine[]
}

/**
 * Checks a fact's sums, one calendar quarter after the other: no sum reaches beyond one, so that nothing
 * follows from the sums of two together. A quarter that shows what it showed last time is not checked again.
 */
export function checkQuarters(audit: FactAudit, memory: AuditMemory): QuarterCheck[] {
  const quarters = Map.groupBy(audit.slices, ({ month }) => calendarQuarter(month))
  return [...quarters].map(([quarter, slices]) => {
    const shown = slices.map(({ text }) => text).join('\n')
    return memory.recall(`quarter ${audit.fact.name} ${quarter}`, [audit.fine, shown], () =>
      checkQuarter({ ...audit, slices }, { quarter, memory }),
    )
  })
}

function checkQuarter(
  audit: FactAudit & { readonly slices: readonly Slice[] },
  options: { readonly quarter: string; readonly memory: AuditMemory },
): QuarterCheck {
  const { findings, ...sums } = checkSums(audit)
  const totals = checkTotals(audit)
  return {
    ...sums,
    ...countSums(audit.slices),
    totals: totals.totals,
    findings: [...findings, ...totals.findings, ...checkLeftovers(audit), ...checkDerived(audit, options)],
  }
}
