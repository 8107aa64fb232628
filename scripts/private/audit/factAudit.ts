import type { Fact } from '../../../src/cubes/cube.ts'
import type { AuditRule, Finding, SumName } from './auditReport.ts'
import type { FineCells } from './fineCells.ts'
import { layersOf, type Layer } from './layer.ts'
import type { PublishedSum, Slice } from './publishedSums.ts'
import { publishingRule, type PublishingRule } from './publishingRule.ts'
import { Tally } from './Tally.ts'

/** All that the checks of one fact need. */
export interface FactAudit {
  readonly fact: Fact
  readonly rule: PublishingRule
  readonly fine: FineCells
  readonly slices: readonly Slice[]
  readonly tally: Tally
  readonly layer: (measure: string, minus?: readonly string[]) => Layer
}

/** Prepares the checks of a fact. Throws `no people` for a fact that is nobody's. */
export function factAudit(fine: FineCells, slices: readonly Slice[]): FactAudit {
  const { fact, rows } = fine
  if (fact.people === null) throw new Error(`no people: ${fact.name}`)
  const persons = rows.person.reduce((most, person) => Math.max(most, person), -1) + 1
  const tally = new Tally(persons)
  return { fact, rule: publishingRule(fact.people), fine, slices, tally, layer: layersOf(fine) }
}

/** The rule that a group of cells breaks, with its people; `amount` is a measure, less others. */
export function brokenBy(
  { tally, fine, layer, rule }: FactAudit,
  cells: Iterable<number>,
  amount: { readonly measure: string; readonly minus?: readonly string[] },
): { broken: 'people' | 'dominance' | null; people: number; recomputed: number } {
  const used = layer(amount.measure, amount.minus)
  tally.start()
  for (const cell of cells) tally.add(fine, cell, used)
  return { broken: tally.broken(rule, used.unit), people: tally.people, recomputed: tally.sum }
}

/** A finding about a published sum. */
export function finding(
  fact: Pick<Fact, 'name'>,
  rule: AuditRule,
  about: {
    readonly sum: SumName
    readonly people?: number
    readonly less?: SumName | null
    readonly merge?: SumName | null
  },
): Finding {
  const { people = 0, less = null, merge = null } = about
  return {
    fact: fact.name,
    rule,
    ...nameOf(about.sum),
    people,
    less: less && nameOf(less),
    merge: merge && nameOf(merge),
  }
}

/** Only the name of a sum, without its amount. */
export function nameOf({ table, month, months, values, measure }: SumName): SumName {
  return { table, month, months, values, measure }
}

/** The sums of a slice that are shown. */
export function shownSums({ sums, other }: Slice): (PublishedSum & { readonly value: number })[] {
  return [...sums, ...(other === null ? [] : [other])].filter(isShown)
}

/** Whether a sum is published. */
export function isShown(sum: PublishedSum): sum is PublishedSum & { readonly value: number } {
  return sum.value !== null
}

/** Whether the sum over all values of a slice can be found in its own table and period. */
export function isKnown({ sums, other }: Slice): boolean {
  return other?.value != null || sums.every(isShown)
}
