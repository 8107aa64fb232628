import {
  noSums,
  type Decomposition,
  type Driver,
  type DriverWords,
  type PeriodSums,
  type Split,
} from './driver.ts'
import { cashDriverTexts as texts } from '../texts/driverTexts.ts'
import { fraction, multiply, one, subtract, type Fraction } from './fraction.ts'
import { groupSums, type Group } from './groupSums.ts'
import { splitBy } from './splitBy.ts'
import { sumOf, type Part } from './sumOf.ts'

/** Visits, payments, charges, contractual and other adjustments, in this order, of the whole and by payer. */
const parts: readonly Part[] = [
  { metric: 'cash_per_visit', part: 'denominator' },
  { metric: 'cash_per_visit', part: 'numerator' },
  { metric: 'gross_charges', part: 'numerator' },
  { metric: 'contractual_adjustments', part: 'numerator' },
  { metric: 'other_adjustments', part: 'numerator' },
]

const visits: DriverWords = { id: 'visits', ...texts.visits }
const mix: DriverWords = { id: 'mix', ...texts.mix }
const charges: DriverWords = { id: 'charges', ...texts.charges }
const mixAndCharges: DriverWords = { id: 'mix_and_charges', ...texts.mixAndCharges }
const adjustments: DriverWords = { id: 'adjustments', ...texts.adjustments }
const timing: DriverWords = { id: 'timing', ...texts.timing }

/** Net collections, cents: visits × payer mix × charges per visit × (1 − adjusted share − share still open). */
export const collectionsDrivers: Decomposition = {
  metric: 'net_collections',
  needs: neededOf(),
  method: texts.method,
  split: (before, after) => splitCash(before, after, true),
}

/** Cash per visit, cents: as net collections, for one visit. */
export const cashPerVisitDrivers: Decomposition = {
  metric: 'cash_per_visit',
  needs: neededOf(),
  method: texts.methodOfVisit,
  split: (before, after) => splitCash(before, after, false),
}

function neededOf(): Decomposition['needs'] {
  const metrics = [...new Set(parts.map(({ metric }) => metric))]
  return metrics.flatMap((metric) => [{ metric }, { metric, by: 'payer' as const }])
}

/**
 * By payer where that is possible, else of the whole. Payments = charges − adjustments − growth of receivables (the
 * roll-forward identity), so that the share still open is what the others leave: the split is exact whatever the
 * practice's aging says.
 */
function splitCash(before: PeriodSums, after: PeriodSums, isTotal: boolean): Split {
  const [from, to] = [before, after].map((sums) => parts.map((part) => sumOf(sums, part)))
  const whole = { key: 'all', before: known(from), after: known(to) }
  if (!isUsable(whole.before) || !isUsable(whole.after)) return noSums
  const groups = groupSums(before, after, { by: 'payer', parts, isUsable })
  return {
    status: 'split',
    before: resultOf(whole.before, isTotal),
    after: resultOf(whole.after, isTotal),
    drivers: driversOf(groups ?? [whole], whole, { isTotal, isSplit: groups !== null }),
    note: groups === null ? texts.keptPrivate : '',
  }
}

function driversOf(
  groups: readonly Group[],
  whole: Group,
  { isTotal, isSplit }: { readonly isTotal: boolean; readonly isSplit: boolean },
): Driver[] {
  const [visitsBefore = 0n, visitsAfter = 0n] = [whole.before[0], whole.after[0]]
  const words = [visits, mix, isSplit ? charges : mixAndCharges, adjustments, timing]
  const drivers = splitBy(
    words,
    groups.map((group) => ({
      before: factorsOf(group.before, visitsBefore, isTotal),
      after: factorsOf(group.after, visitsAfter, isTotal),
    })),
    ([volume = one, share = one, rate = one, adjusted = one, open = one]) =>
      multiply(volume, share, rate, subtract(subtract(one, adjusted), open)),
  )
  return drivers.filter(({ id }) => (isTotal || id !== 'visits') && (isSplit || id !== 'mix'))
}

/** Volume (1 where a single visit is meant), share of visits, charges per visit, adjusted and open share of charges. */
function factorsOf(sums: readonly bigint[], allVisits: bigint, isTotal: boolean): Fraction[] {
  const [seen = 0n, paid = 0n, charged = 0n, contractual = 0n, other = 0n] = sums
  const adjusted = contractual + other
  return [
    isTotal ? fraction(allVisits) : one,
    fraction(seen, allVisits),
    fraction(charged, seen),
    fraction(adjusted, charged),
    fraction(charged - adjusted - paid, charged),
  ]
}

function resultOf([seen = 0n, paid = 0n]: readonly bigint[], isTotal: boolean): Fraction {
  return isTotal ? fraction(paid) : fraction(paid, seen)
}

function isUsable([seen = 0n, , charged = 0n]: readonly bigint[]): boolean {
  return seen > 0n && charged > 0n
}

/** The sums, or none if one is not known. */
function known(sums: readonly (bigint | null)[] = []): bigint[] {
  const found = sums.filter((sum) => sum !== null)
  return found.length === parts.length ? found : []
}
