import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { FactName } from '../../src/cubes/facts.ts'
import { addMonths } from '../../src/periods/month.ts'
import type { Happening } from '../helpers/peopleOf.ts'

/** An invented practice as what happened in it, fact by fact, and the date up to which it counts. */
export interface RandomPractice {
  readonly asOf: string
  readonly happenings: Readonly<Partial<Record<FactName, readonly Happening[]>>>
}

interface Dice {
  int(from: number, to: number): number
  chance(share: number): boolean
  pick<T>(values: readonly T[]): T
}

interface Shape {
  readonly dice: Dice
  readonly patients: number
  readonly isKeyless: boolean
  /** What a provider does at all: structural gaps are what makes subtraction dangerous. */
  readonly providers: readonly {
    readonly name: string
    readonly does: readonly Place[]
    /** Weekdays on which the provider is there. */
    readonly days: readonly string[]
  }[]
  /** Whether bookings are told by slot. */
  readonly hasSlots: boolean
  readonly months: readonly string[]
  /** A patient whose bills are most of the practice's money; null without one. */
  readonly giant: number | null
}

interface Place {
  readonly location: string
  readonly payer: string
  readonly visit_type: string
}

/** The practice of a seed: small or middling, with gaps, giants, and sometimes without patient keys. */
export function randomPractice(seed: number): RandomPractice {
  const dice = diceOf(seed)
  const shape = shapeOf(dice)
  const bookings = shape.months.flatMap((month) => bookingsOf(shape, month))
  const visits = bookings.filter(({ adds }) => adds.visit_count === 1)
  const last = shape.months.at(-1) ?? '2026-01'
  return {
    asOf: `${last}-15`,
    happenings: {
      appointments: bookings,
      ...billingOf(shape, visits, last),
      ...payrollOf(shape),
    },
  }
}

function diceOf(seed: number): Dice {
  const random = xoroshiro128plus(seed)
  const int = (from: number, to: number): number => uniformInt(random, from, to)
  return {
    int,
    chance: (share) => uniformFloat64(random) < share,
    pick: (values) => {
      const value = values[int(0, values.length - 1)]
      if (value === undefined) throw new Error('nothing to pick from')
      return value
    },
  }
}

function shapeOf(dice: Dice): Shape {
  const named = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${name} ${String(index + 1)}`)
  const locations = named('Site', dice.int(1, 3))
  const payers = named('Payer', dice.int(1, 7))
  const types = named('Type', dice.int(1, 5))
  const combinations = locations.flatMap((location) =>
    payers.flatMap((payer) => types.map((visit_type) => ({ location, payer, visit_type }))),
  )
  // From "everybody does everything" to "each does a few things".
  const density = dice.pick([1, 0.5, 0.2])
  const providers = named('Provider', dice.int(1, 6)).map((name) => {
    const does = combinations.filter(() => dice.chance(density))
    const days = ['Mon', 'Tue', 'Wed'].filter(() => dice.chance(0.6))
    return {
      name,
      does: does.length > 0 ? does : [dice.pick(combinations)],
      days: days.length > 0 ? days : ['Mon'],
    }
  })
  const patients = dice.int(5, 400)
  const start = addMonths('2026-01', dice.int(0, 11))
  return {
    dice,
    patients,
    isKeyless: dice.chance(0.08),
    providers,
    hasSlots: dice.chance(0.5),
    months: Array.from({ length: dice.int(2, 7) }, (_, index) => addMonths(start, index)),
    giant: dice.chance(0.3) ? dice.int(0, patients - 1) : null,
  }
}

const outcomes = [
  ...Array.from({ length: 14 }, () => 'visit_count'),
  'no_show_count',
  'no_show_count',
  'cancelled_count',
  'cancelled_count',
  'unresolved_count',
  'moved',
]

function bookingsOf({ dice, patients, isKeyless, providers, hasSlots }: Shape, month: string): Happening[] {
  const count = dice.chance(0.1) ? dice.int(0, 12) : dice.int(5, Math.max(6, patients))
  return Array.from({ length: count }, () => {
    const provider = dice.pick(providers)
    const place = dice.pick(provider.does)
    const outcome = dice.pick(outcomes)
    const isVisit = outcome === 'visit_count'
    return {
      month,
      at: {
        provider: provider.name,
        ...place,
        weekday: dice.pick(provider.days),
        day_part: dice.pick(['morning', 'morning', 'afternoon', 'not_given']),
        lag_days: dice.chance(0.02) ? 92 : Math.min(91, dice.int(0, 12) * dice.int(0, 9)),
      },
      person: isKeyless ? -1 : dice.int(0, patients - 1),
      adds: {
        booked_count: 1,
        ...(outcome === 'moved' ? {} : { [outcome]: 1 }),
        ...(outcome === 'cancelled_count' && dice.chance(0.4) ? { late_cancelled_count: 1 } : {}),
        ...(isVisit && dice.chance(0.15) ? { new_patient_visit_count: 1 } : {}),
        ...(isVisit && place.visit_type === 'Type 1' ? { telehealth_visit_count: 1 } : {}),
        ...slotOf({ dice, hasSlots }, outcome),
      },
    }
  })
}

/** Most live bookings hold a slot; some are squeezed in between. */
function slotOf({ dice, hasSlots }: Pick<Shape, 'dice' | 'hasSlots'>, outcome: string): Happening['adds'] {
  const isLive = outcome === 'visit_count' || outcome === 'no_show_count'
  if (!hasSlots || !isLive || dice.chance(0.05)) return {}
  return { booked_slot_count: 1 }
}

type Billing = 'charges' | 'production' | 'transactions' | 'receivables'

function billingOf(shape: Shape, visits: readonly Happening[], last: string): Record<Billing, Happening[]> {
  const facts: Record<Billing, Happening[]> = {
    charges: [],
    production: [],
    transactions: [],
    receivables: [],
  }
  for (const visit of visits) billOf(shape, { visit, last, facts })
  return facts
}

function billOf(
  { dice, giant }: Shape,
  { visit, last, facts }: { visit: Happening; last: string; facts: Record<Billing, Happening[]> },
): void {
  const { person } = visit
  const { provider = '', location = '', payer = '' } = visit.at
  const at = { provider, location, payer }
  const cents = dice.int(5_000, 40_000) * (person >= 0 && person === giant ? 500 : 1)
  const lag = dice.int(0, 9) * dice.int(0, 9)
  const posted = addMonths(visit.month, dice.chance(0.1) ? 1 : 0)
  if (posted > last) return
  const add = (fact: Billing, month: string, adds: Happening['adds'], place: Happening['at'] = at) =>
    facts[fact].push({ month, at: place, person, adds })
  const hasLag = dice.chance(0.95)
  const counts = { charge_line_count: 1, posted_within_3_days_count: lag <= 3 ? 1 : 0 }
  const lag_days = hasLag ? Math.min(lag, 61) : 92
  add('charges', posted, { charge_cents: cents, ...(hasLag ? counts : {}) }, { ...at, lag_days })
  const paidMonth = addMonths(posted, dice.int(0, 3))
  const contractual = Math.round(cents * 0.4)
  const writeOff = dice.chance(0.06) ? Math.round(cents * 0.1) : 0
  const payment = dice.chance(0.8) ? cents - contractual - writeOff + (dice.chance(0.03) ? 5_000 : 0) : 0
  const isPaid = paidMonth <= last
  add('production', visit.month, {
    charge_cents: cents,
    matched_payment_cents: isPaid ? payment : 0,
    matched_contractual_cents: isPaid ? contractual : 0,
  })
  if (isPaid) {
    const take = (adds: Happening['adds'], adjustment_category: string) =>
      add('transactions', paidMonth, adds, { ...at, adjustment_category })
    take({ net_payment_cents: payment }, 'none')
    take({ adjustment_cents: contractual, contractual_cents: contractual }, 'contractual')
    if (writeOff > 0) {
      const adds = { adjustment_cents: writeOff, other_adjustment_cents: writeOff }
      take(adds, dice.pick(['bad_debt', 'charity', 'coding']))
    }
  }
  for (let month = posted; month <= last; month = addMonths(month, 1)) {
    const open = isPaid && month >= paidMonth ? cents - contractual - writeOff - payment : cents
    if (open === 0) continue
    const age_bucket = bucketOf(visit.month, month)
    add('receivables', month, balances(open, age_bucket, dice), { ...at, age_bucket })
  }
}

function bucketOf(service: string, month: string): string {
  const age =
    Number(month.slice(5, 7)) +
    12 * Number(month.slice(0, 4)) -
    Number(service.slice(5, 7)) -
    12 * Number(service.slice(0, 4))
  return ['0-30', '31-60', '61-90', '91-120'][age] ?? '121+'
}

function balances(open: number, age: string, dice: Dice): Happening['adds'] {
  return {
    balance_cents: open,
    over_90_cents: age === '91-120' || age === '121+' ? open : 0,
    patient_cents: dice.chance(0.3) ? open : 0,
  }
}

function payrollOf({ dice, months }: Shape): Record<'payroll_costs' | 'payroll_hours', Happening[]> {
  const staff = Array.from({ length: dice.int(1, 14) }, (_, person) => ({
    person,
    at: {
      location: dice.pick(['Site 1', 'Site 2']),
      role_group: dice.pick(['nurse', 'front_desk', 'billing']),
    },
    pay: dice.int(250_000, 600_000) * (dice.chance(0.05) ? 5 : 1),
    left: dice.chance(0.2) ? dice.pick(months) : '9999-12',
  }))
  const paid = months.flatMap((month) =>
    staff.filter(({ left }) => month <= left).map((one) => ({ month, ...one })),
  )
  return {
    payroll_costs: paid.map(({ month, at, person, pay }) => ({
      month,
      at,
      person,
      adds: { staff_cost_cents: pay },
    })),
    payroll_hours: paid.map(({ month, at, person, pay }) => {
      const overtime = dice.chance(0.3) ? dice.int(100, 2_000) : 0
      return {
        month,
        at,
        person,
        adds: {
          regular_hours: 16_000,
          overtime_hours: overtime,
          paid_cents: pay + overtime * 40,
          overtime_cents: overtime * 40,
        },
      }
    }),
  }
}
