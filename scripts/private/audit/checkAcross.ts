import type { AuditMemory } from './AuditMemory.ts'
import type { Finding, SumName } from './auditReport.ts'
import { brokenBy, finding, isKnown, shownSums, type FactAudit } from './factAudit.ts'
import { calendarQuarter } from './calendarQuarter.ts'
import type { Slice } from './publishedSums.ts'
import { checkRollForward, rolledFacts } from './checkRollForward.ts'

/** Checks what follows from the sums of several facts together. */
export function checkAcross(audits: ReadonlyMap<string, FactAudit>, memory: AuditMemory): Finding[] {
  return [
    ...[...audits.values()].flatMap((audit) => checkSameTotals(audit, audits, memory)),
    ...memory.recall(
      'roll forward',
      rolledFacts.map((fact) => audits.get(fact)),
      () => checkRollForward(audits),
    ),
  ]
}

/** A measure that adds up to another fact's total tells no total that is withheld there. */
function checkSameTotals(
  audit: FactAudit,
  audits: ReadonlyMap<string, FactAudit>,
  memory: AuditMemory,
): Finding[] {
  return Object.entries(audit.fact.measures).flatMap(([measure, { totalOf: total }]) => {
    const other = audits.get(total?.fact ?? '')
    if (total === undefined || other === undefined) return []
    return memory.recall(`same total ${audit.fact.name} ${measure}`, [audit, other], () =>
      checkSameTotal(audit, { measure, other, total: total.measure }),
    )
  })
}

function checkSameTotal(
  audit: FactAudit,
  { measure, other, total }: { measure: string; other: FactAudit; total: string },
): Finding[] {
  const { fact } = audit
  const own = audit.slices.filter((slice) => slice.measure === measure)
  return own.filter(isKnown).flatMap((slice) => {
    const cells = slice.sums.flatMap((sum) => sum.cells)
    const { people } = brokenBy(audit, cells, slice)
    const sum: SumName = { ...slice, values: [] }
    const published = shownSums(slice).reduce((added, { value }) => added + value, 0)
    const expected = wholeOf(other, slice, total)
    if (expected === null) return people === 0 ? [] : [finding(fact, 'whole', { sum, people })]
    return expected === published ? [] : [finding(fact, 'total', { sum })]
  })
}

/** What a fact's own rows say of the practice in a period: null if that is withheld. */
function wholeOf({ slices }: FactAudit, { month, months }: Slice, measure: string): number | null {
  const wholes = slices.filter((slice) => slice.cut.length === 0 && slice.measure === measure)
  const own = wholes.find((slice) => slice.month === month && slice.months === months)
  if (own !== undefined) return isKnown(own) ? valueOf(own) : null
  if (wholes.length === 0) return null
  const inside = wholes.filter((slice) => months === 3 && slice.months === 1)
  const quarter = inside.filter((slice) => calendarQuarter(slice.month) === month)
  return quarter.every(isKnown) ? quarter.reduce((sum, slice) => sum + valueOf(slice), 0) : null
}

function valueOf(slice: Slice): number {
  return shownSums(slice).reduce((sum, { value }) => sum + value, 0)
}
