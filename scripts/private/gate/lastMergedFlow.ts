import type { Month } from '../../../src/periods/month.ts'
import { isClosed } from './calendar.ts'
import type { Decision } from './decision.ts'
import { decisionName } from './decisionName.ts'

/** What moves a balance from one month's end to the next. */
const flows = [
  { fact: 'charges', measure: 'charge_cents' },
  { fact: 'transactions', measure: 'net_payment_cents' },
  { fact: 'transactions', measure: 'adjustment_cents' },
] as const

/**
 * By a value's key, the last closed month in which something that moves its balance was merged. Balances
 * before it must be merged too: opening + charges − payments − adjustments = closing would give the merged
 * sum away.
 */
export function lastMergedFlow(
  cut: readonly string[],
  { decisions, asOf }: { decisions: ReadonlyMap<string, Decision>; asOf: string },
): Map<string, Month> {
  const last = new Map<string, Month>()
  for (const { fact, measure } of flows) {
    const places = decisions.get(decisionName(fact, cut))?.hiddenPlaces() ?? []
    for (const place of places) {
      if (place.measure !== measure || place.months !== 1 || !isClosed(place.month, asOf)) continue
      if (place.month > (last.get(place.key) ?? '')) last.set(place.key, place.month)
    }
  }
  return last
}
