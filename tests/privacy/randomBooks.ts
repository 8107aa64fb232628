import { addMonths } from '../../src/periods/month.ts'
import { diceOf, type Dice } from './dice.ts'
import type { Entry } from './entry.ts'

/** The books of an invented practice, and the date up to which they count. */
export interface RandomBooks {
  readonly asOf: string
  readonly entries: readonly Entry[]
}

interface Shape {
  readonly dice: Dice
  readonly last: string
  /** Share of charges that are posted in a month after that of the service. */
  readonly late: number
  /** Share of what is taken that names no charge. */
  readonly loose: number
  /** Dice of their own for who pays: those of the visits stay as they were. */
  readonly paying: Dice
  /** Share of charges of which the patient pays something on the day of service, and later. */
  readonly onDay: number
  readonly afterwards: number
}

/**
 * The books of a seed: a few providers, locations and payers; charges posted at once, late or much later;
 * payments before, with and after the service, and some that name no charge.
 */
export function randomBooks(seed: number): RandomBooks {
  const dice = diceOf(seed)
  const places = placesOf(dice)
  const patients = dice.int(8, 250)
  const isKeyless = dice.chance(0.08)
  const giant = dice.chance(0.2) ? dice.int(0, patients - 1) : -2
  const start = addMonths('2026-01', dice.int(0, 11))
  const months = Array.from({ length: dice.int(2, 7) }, (_, index) => addMonths(start, index))
  const last = months.at(-1) ?? start
  const paying = diceOf(seed + 7_000_000)
  const [onDay, afterwards] = [paying.pick([0, 0.03, 0.4, 0.97]), paying.pick([0, 0.03, 0.3, 0.97])]
  const ofPaying = { paying, onDay, afterwards }
  const shape = {
    ...ofPaying,
    dice,
    last,
    late: dice.pick([0, 0.01, 0.05, 0.3]),
    loose: dice.pick([0, 0.02]),
  }
  // A provider who joins late has no places before.
  const joined = dice.chance(0.3) ? dice.pick(months) : start
  const newest = places.at(-1)?.provider
  const old = places.filter(({ provider }) => provider !== newest)
  const placesIn = (month: string) => (month >= joined || old.length === 0 ? places : old)
  const visits = months.flatMap((month) =>
    Array.from({ length: dice.chance(0.1) ? dice.int(0, 14) : dice.int(4, patients * 2) }, () => month),
  )
  return {
    asOf: `${last}-15`,
    entries: visits.flatMap((served, item) => {
      const person = dice.int(0, patients - 1)
      const cents = dice.int(5_000, 40_000) * (person === giant ? 400 : 1)
      const visit = { served, at: dice.pick(placesIn(served)), person: isKeyless ? -1 : person, cents, item }
      return entriesOf(shape, visit).filter(({ posted }) => posted <= last)
    }),
  }
}

/** From "everybody does everything" to "each does a few things". */
function placesOf(dice: Dice): Entry['at'][] {
  const named = (name: string, most: number) =>
    Array.from({ length: dice.int(1, most) }, (_, index) => `${name} ${String(index + 1)}`)
  const [providers, locations, payers] = [named('Provider', 4), named('Site', 3), named('Payer', 4)]
  const all = providers.flatMap((provider) =>
    locations.flatMap((location) => payers.map((payer) => ({ provider, location, payer }))),
  )
  const density = dice.pick([1, 0.5, 0.2])
  const some = all.filter(() => dice.chance(density))
  return some.length > 0 ? some : all
}

/** A payment by who pays it and when: on the day, later, by the payer; little of it goes back or bounces, months later. */
function paidIn({ paying, onDay, afterwards }: Shape, payment: Entry): Entry[] {
  const { cents, served, posted } = payment
  const whole = Math.abs(cents)
  const copay =
    served !== null && paying.chance(onDay) ? Math.min(whole, paying.pick([2_000, 3_500, whole])) : 0
  const theirs = paying.chance(afterwards) ? Math.round((whole - copay) * paying.pick([0.2, 1])) : 0
  const back = paying.chance(0.04) ? -Math.round(whole * paying.pick([0.1, 1])) : 0
  return [
    // Some are taken to the bank on the day, and posted a month later.
    {
      ...payment,
      part: 'sameDay',
      posted: served === null ? posted : addMonths(served, paying.chance(0.01) ? 1 : 0),
      cents: copay,
    },
    { ...payment, part: 'patient', cents: theirs },
    { ...payment, cents: whole - copay - theirs },
    { ...payment, posted: addMonths(posted, paying.int(0, 5)), cents: back },
  ]
}

function entriesOf(
  shape: Shape,
  { served, cents, ...visit }: Omit<Entry, 'what' | 'posted'> & { readonly served: string },
): Entry[] {
  const { dice, late, loose } = shape
  const posted = addMonths(served, dice.chance(late) ? dice.int(1, 3) : 0)
  const paid = addMonths(posted, dice.chance(0.05) ? -1 : dice.int(0, 2))
  const contractual = Math.round(cents * 0.4)
  const other = dice.chance(0.06) ? Math.round(cents * 0.1) : 0
  const payment = dice.chance(0.85) ? cents - contractual - other + (dice.chance(0.03) ? 5_000 : 0) : 0
  const taken = { ...visit, served: dice.chance(loose) ? null : served }
  const isBilled = posted >= served
  const all: Entry[] = [
    { ...visit, what: 'charge', served, posted, cents },
    ...paidIn(shape, { ...taken, what: 'payment', posted: paid, cents: payment }),
    { ...taken, what: 'contractual', posted: paid, cents: contractual },
    { ...taken, what: 'other', posted: paid, cents: other },
  ]
  return all.filter((one) => isBilled && one.cents !== 0)
}
