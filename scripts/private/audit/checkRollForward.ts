import type { Finding } from './auditReport.ts'
import { finding, isShown, type FactAudit } from './factAudit.ts'
import type { FineCells } from './fineCells.ts'
import type { Layer } from './layer.ts'
import { valuesText, type PublishedSum } from './publishedSums.ts'
import { Tally } from './Tally.ts'

/** What moves a balance, and which way. */
const flows = [
  { fact: 'charges', measure: 'charge_cents', sign: 1 },
  { fact: 'transactions', measure: 'net_payment_cents', sign: -1 },
  { fact: 'transactions', measure: 'adjustment_cents', sign: -1 },
] as const

/** The facts whose sums the check depends on. */
export const rolledFacts = ['receivables', ...new Set(flows.map(({ fact }) => fact))]

interface HiddenFlow {
  readonly month: string
  readonly fine: FineCells
  readonly layer: Layer
  readonly cells: readonly number[]
}

/**
 * Two balances of one value less what is shown of charges, payments and adjustments between them tell what
 * is not shown: that must not be a small group.
 */
export function checkRollForward(audits: ReadonlyMap<string, FactAudit>): Finding[] {
  const receivables = audits.get('receivables')
  if (receivables === undefined) return []
  const hidden = hiddenFlows(audits)
  const balances = receivables.slices
    .filter(({ measure }) => measure === 'balance_cents')
    .flatMap(({ sums, cut }) => sums.filter(isShown).map((sum) => ({ place: placeOf(cut, sum), sum })))
  const tally = new Tally(personCount(audits))
  return [...Map.groupBy(balances, ({ place }) => place)].flatMap(([place, known]) => {
    const sorted = known.map(({ sum }) => sum).sort((a, b) => (a.month < b.month ? -1 : 1))
    return sorted.flatMap((sum, index) => {
      const before = sorted[index - 1]
      if (before === undefined) return []
      const between = (hidden.get(place) ?? []).filter(
        ({ month }) => month > before.month && month <= sum.month,
      )
      tally.start()
      for (const { fine, layer, cells } of between) for (const cell of cells) tally.add(fine, cell, layer)
      if (!tally.isSmall(receivables.rule)) return []
      const { people } = tally
      return [finding(receivables.fact, 'roll_forward', { sum, people, less: before, merge: before })]
    })
  })
}

function hiddenFlows(audits: ReadonlyMap<string, FactAudit>): Map<string, HiddenFlow[]> {
  const found = new Map<string, HiddenFlow[]>()
  for (const { fact, measure, sign } of flows) {
    const audit = audits.get(fact)
    if (audit?.fact.measures[measure] === undefined) continue
    const { amounts, ...plain } = audit.layer(measure)
    const layer = {
      ...plain,
      amounts: sign === 1 ? amounts : Float64Array.from(amounts, (amount) => -amount),
    }
    for (const slice of audit.slices) {
      if (slice.measure !== measure || slice.months !== 1) continue
      for (const sum of slice.sums) {
        if (isShown(sum)) continue
        const place = placeOf(slice.cut, sum)
        const flow = { month: sum.month, fine: audit.fine, layer, cells: sum.cells }
        found.set(place, [...(found.get(place) ?? []), flow])
      }
    }
  }
  return found
}

function placeOf(cut: readonly string[], { values }: PublishedSum): string {
  return `${cut.join()} ${valuesText(values)}`
}

function personCount(audits: ReadonlyMap<string, FactAudit>): number {
  let most = -1
  for (const { fine } of audits.values())
    for (const person of fine.rows.person) if (person > most) most = person
  return most + 1
}
