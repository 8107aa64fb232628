import type { Fact } from '../../../src/cubes/cube.ts'
import type { AuditRule, Finding, SumName } from './auditReport.ts'
import type { FineCells } from './fineCells.ts'
import type { Layer } from './layer.ts'
import type { PublishedSum, Slice } from './publishedSums.ts'
import { publishingRule, type PublishingRule } from './publishingRule.ts'
import type { Tally } from './Tally.ts'
import { tallyOf } from './tallyOf.ts'

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
export function factAudit(
  fine: FineCells,
  { slices, layer }: Pick<FactAudit, 'slices' | 'layer'>,
): FactAudit {
  const { fact } = fine
  if (fact.people === null) throw new Error(`no people: ${fact.name}`)
  return { fact, rule: publishingRule(fact.people), fine, slices, tally: tallyOf(fine), layer }
}

/** A group of cells, counted again from its rows. */
interface Counted {
  /** The rule that it breaks; null if its sum may be published. */
  readonly broken: 'people' | 'dominance' | null
  readonly people: number
  readonly recomputed: number
}

/** What was counted, by layer and list of cells: both stay the same while the rows do. */
const counted = new WeakMap<Layer, WeakMap<readonly number[], Counted>>()

/** The rule that a group of cells breaks, with its people; `amount` is a measure, less others. */
export function brokenBy(
  { tally, fine, layer, rule }: FactAudit,
  cells: readonly number[],
  amount: { readonly measure: string; readonly minus?: readonly string[] },
): Counted {
  const used = layer(amount.measure, amount.minus)
  const known = counted.get(used) ?? new WeakMap<readonly number[], Counted>()
  counted.set(used, known)
  const before = known.get(cells)
  if (before !== undefined) return before
  tally.start()
  for (const cell of cells) tally.add(fine, cell, used)
  const found = { broken: tally.broken(rule, used.unit), people: tally.people, recomputed: tally.sum }
  known.set(cells, found)
  return found
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
function nameOf({ table, month, months, values, measure }: SumName): SumName {
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
