import type { Charge } from '../../scripts/private/contracts/charges.ts'
import type { Transaction } from '../../scripts/private/contracts/transactions.ts'
import { chargeKeys, chargesOf } from './chargeEvents.ts'
import type { Keys } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { effectOn, postingKeys, postingsOf, type Posting } from './transactionEvents.ts'

type ItemId = 'charge_id' | 'claim_id' | 'encounter_id'

/** What is open or paid as one: a charge line, a claim or an encounter, or money that fits none. */
export interface OpenItem {
  /** The line that it is named after, or the transaction that names none. */
  readonly source: Charge | Transaction
  readonly keys: Keys
  readonly serviceDate: string
  readonly movements: Movement[]
  /** Its charge lines; none of money that names no charge. */
  readonly charges: Charge[]
}

/** Something posted to an item, in cents; an adjudication says that the payer has decided. */
export interface Movement {
  /** Null is a charge line. */
  readonly posting: Posting | null
  readonly postDate: string
  readonly cents: number
  readonly isAdjudication: boolean
}

/**
 * Every open item with all that was posted to it. The finest number by which transactions name charges
 * makes the items of the whole practice; charges without it, and transactions that name no charge, stand
 * alone. A negative charge line belongs to the item of the line that it cancels.
 */
export function openItemsOf(rows: LedgerRows, options: OracleOptions): OpenItem[] {
  const postings = postingsOf(rows, options)
  const itemOfLine = itemsByLine(chargesOf(rows, options), finestId(postings))
  const unapplied: OpenItem[] = []
  for (const posting of postings) {
    const item = posting.charge === null ? unappliedItem(posting) : itemOfLine.get(posting.charge)
    if (item === undefined) throw new Error('a posted charge has no item')
    item.movements.push(movementOf(posting))
    if (posting.charge === null) unapplied.push(item)
  }
  return [...new Set(itemOfLine.values()), ...unapplied]
}

function finestId(postings: readonly Posting[]): ItemId {
  const named = (id: ItemId) =>
    postings.some(
      ({ transaction, charge }) =>
        charge !== null && transaction[id] !== null && charge[id] === transaction[id],
    )
  return (['charge_id', 'claim_id', 'encounter_id'] as const).find(named) ?? 'charge_id'
}

function itemsByLine(charges: readonly Charge[], id: ItemId): Map<Charge, OpenItem> {
  const items = new Map<Charge, OpenItem>()
  const groups = Map.groupBy(charges, (charge) => charge[id] ?? charge)
  for (const group of groups.values()) {
    const item = itemOf(group)
    for (const charge of group) items.set(charge, item)
  }
  const cancelled = cancelledLines(charges)
  const joined = new Map(charges.map((charge) => [charge, items.get(cancelled.get(charge) ?? charge)]))
  for (const [charge, item] of joined) {
    if (item === undefined) throw new Error('a cancelled charge has no item')
    items.set(charge, item)
    item.charges.push(charge)
    item.movements.push({
      posting: null,
      postDate: charge.post_date,
      cents: charge.charge_amount,
      isAdjudication: false,
    })
  }
  return items
}

/** Named after the earliest line, the first of them on a tie. */
function itemOf(group: readonly Charge[]): OpenItem {
  const [first] = group.toSorted((a, b) => a.service_date.localeCompare(b.service_date))
  if (first === undefined) throw new Error('an open item needs a charge')
  return {
    source: first,
    keys: chargeKeys(first),
    serviceDate: first.service_date,
    movements: [],
    charges: [],
  }
}

/**
 * For each negative line the line that it cancels: same patient, encounter, claim, day, code, modifiers and amount;
 * the second such void cancels the second such line, lines flagged as void first.
 */
function cancelledLines(charges: readonly Charge[]): Map<Charge, Charge> {
  const likeness = (charge: Charge) =>
    JSON.stringify([
      charge.patient_key,
      charge.encounter_id,
      charge.claim_id,
      charge.service_date,
      charge.cpt,
      charge.modifiers,
      Math.abs(charge.charge_amount),
    ])
  const flaggedFirst = charges.toSorted((a, b) => Number(b.is_void === true) - Number(a.is_void === true))
  const positive = Map.groupBy(
    flaggedFirst.filter((charge) => charge.charge_amount > 0),
    likeness,
  )
  const negative = Map.groupBy(
    flaggedFirst.filter((charge) => charge.charge_amount < 0),
    likeness,
  )
  const pairs = [...negative].flatMap(([like, voids]) =>
    voids.flatMap((line, occurrence): [Charge, Charge][] => {
      const cancelled = positive.get(like)?.[occurrence]
      return cancelled === undefined ? [] : [[line, cancelled]]
    }),
  )
  return new Map(pairs)
}

function unappliedItem(posting: Posting): OpenItem {
  const { service_date, post_date } = posting.transaction
  return {
    source: posting.transaction,
    keys: postingKeys(posting),
    serviceDate: service_date ?? post_date,
    movements: [],
    charges: [],
  }
}

function movementOf(posting: Posting): Movement {
  const { transaction } = posting
  const { type, adj_category } = transaction
  return {
    posting,
    postDate: transaction.post_date,
    cents: effectOn(transaction),
    isAdjudication:
      type === 'insurance_payment' ||
      type === 'denial' ||
      (type === 'adjustment' && adj_category === 'contractual'),
  }
}
