import type { Month } from '../../../src/periods/month.ts'
import { isClosed } from './calendar.ts'
import type { Decision } from './decision.ts'
import { decisionName } from './decisionName.ts'

/** What moves a balance from one month's end to the next. */
export const balanceFlows = [
  { fact: 'charges', measure: 'charge_cents' },
  { fact: 'transactions', measure: 'net_payment_cents' },
  { fact: 'transactions', measure: 'adjustment_cents' },
] as const

/** By a value's key (the practice's own is `[]`), where its flows are merged. */
export interface MergedFlows {
  /** The last closed month in which one is: balances before it must be merged. */
  readonly firstShown: ReadonlyMap<string, Month>
  /** The running month, if one is: its own balance must be merged. */
  readonly hiddenNow: ReadonlyMap<string, Month>
}

/**
 * Where something that moves a value's balance was merged. Balances before it must be merged too: opening +
 * charges − payments − adjustments = closing would give the merged sum away.
 */
export function lastMergedFlow(
  cut: readonly string[],
  { decisions, asOf }: { decisions: ReadonlyMap<string, Decision>; asOf: string },
): MergedFlows {
  const firstShown = new Map<string, Month>()
  const hiddenNow = new Map<string, Month>()
  for (const { fact, measure } of balanceFlows) {
    const places = decisions.get(decisionName(fact, cut))?.hiddenPlaces() ?? []
    for (const place of places) {
      if (place.measure !== measure || place.months !== 1) continue
      const last = isClosed(place.month, asOf) ? firstShown : hiddenNow
      if (place.month > (last.get(place.key) ?? '')) last.set(place.key, place.month)
    }
  }
  return { firstShown, hiddenNow }
}
