import { addMonths } from '../../src/periods/month.ts'
import type { Happening } from '../helpers/peopleOf.ts'
import type { Entry } from './entry.ts'

/** What is open or paid as one, and what its balances are told by. */
export interface OpenItem {
  readonly entries: readonly Entry[]
  readonly at: Entry['at']
  readonly person: number
  /** Month of service, from which it ages; of what names no charge, that of posting. */
  readonly served: string
  /** Month from which on its patient owes it; '' always, null never. */
  readonly patients: string | null
}

/** The payer class whose patients owe everything themselves. */
export const selfPay = 'Payer 1'

/** The items of the books; what names no charge is one of its own. */
export function openItems(entries: readonly Entry[]): OpenItem[] {
  const items = Map.groupBy(entries, (entry) => (entry.served === null ? entry : entry.item))
  return [...items.values()].flatMap((own) => {
    const [one] = own
    if (one === undefined) return []
    const [first = ''] = own.map(({ posted }) => posted).sort()
    const served = own.find((entry) => entry.served !== null)?.served ?? first
    const [decided = null] = own
      .filter(({ what }) => what === 'payment' || what === 'contractual')
      .map(({ posted }) => posted)
      .sort()
    const patients = one.at.payer === selfPay ? '' : decided
    return [{ entries: own, at: one.at, person: one.person, served, patients }]
  })
}

/** How old an item can be, in days. */
export const ages = ['0-30', '31-60', '61-90', '91-120', '121+']

/** How old an item is at a month's end; months stand for thirty days. */
export function ageOf({ served }: Pick<OpenItem, 'served'>, month: string): string {
  const months = (text: string): number => 12 * Number(text.slice(0, 4)) + Number(text.slice(5, 7))
  return ages[Math.min(4, Math.max(0, months(month) - months(served)))] ?? ''
}

/** An item's balance at the end of each month up to the last in which there is one. */
export function balancesOf(item: OpenItem, last: string): Happening[] {
  const found: Happening[] = []
  const [first = '9999-12'] = item.entries.map(({ posted }) => posted).sort()
  for (let month = first; month <= last; month = addMonths(month, 1)) {
    const before = item.entries.filter(({ posted }) => posted <= month)
    const cents = before.reduce((sum, one) => sum + (one.what === 'charge' ? one.cents : -one.cents), 0)
    if (cents === 0) continue
    const age_bucket = ageOf(item, month)
    const isOld = age_bucket === '91-120' || age_bucket === '121+'
    const isPatients = item.patients !== null && item.patients <= month
    const adds = {
      balance_cents: cents,
      over_90_cents: isOld ? cents : 0,
      patient_cents: isPatients ? cents : 0,
    }
    found.push({ month, at: { ...item.at, age_bucket }, person: item.person, adds })
  }
  return found
}
