import { addMonths } from '../../src/periods/month.ts'
import type { Happening } from '../helpers/peopleOf.ts'
import { addedByAge, paidAs } from './booksOf.ts'
import type { Dice } from './dice.ts'
import type { DatedLine } from './entry.ts'
import type { Shape } from './practiceShape.ts'

const noLevel = { new_visit_level: 'none', established_visit_level: 'none' }

type Billing = 'charges' | 'production' | 'transactions' | 'receivables'

/** The bills of the visits, up to the last month: what is charged, paid, adjusted and open, and all lines of them. */
export function billingOf(
  shape: Shape,
  visits: readonly Happening[],
  last: string,
  levels: Dice,
): {
  readonly facts: Record<Billing | 'reconciliation', readonly Happening[]>
  readonly lines: readonly DatedLine[]
} {
  const lines: DatedLine[] = []
  const facts: Record<Billing, Happening[]> = {
    charges: [],
    production: [],
    transactions: [],
    receivables: [],
  }
  for (const visit of visits) billOf(shape, { visit, last, levels, facts, lines })
  return { facts: { ...facts, reconciliation: rolledForward(shape, facts) }, lines }
}

function billOf(
  { dice, giant }: Shape,
  {
    visit,
    last,
    levels,
    facts,
    lines,
  }: {
    visit: Happening
    last: string
    levels: Dice
    facts: Record<Billing, Happening[]>
    lines: DatedLine[]
  },
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
  const line = (what: DatedLine['what'], month: string, amount: number, part?: DatedLine['part']) => {
    if (amount !== 0)
      lines.push({
        what,
        ...(part === undefined ? {} : { part }),
        served: visit.month,
        posted: month,
        person,
        cents: amount,
      })
  }
  line('charge', posted, cents)
  const hasLag = dice.chance(0.95)
  const level = hasLag ? levelOf(visit, levels) : { at: {}, adds: {} }
  const counts = { charge_line_count: 1, posted_within_3_days_count: lag <= 3 ? 1 : 0, ...level.adds }
  const lag_days = hasLag ? Math.min(lag, 61) : 92
  add(
    'charges',
    posted,
    { charge_cents: cents, ...(hasLag ? counts : {}) },
    { ...at, lag_days, ...noLevel, ...level.at },
  )
  const paidMonth = addMonths(posted, dice.int(0, 3))
  const contractual = Math.round(cents * 0.4)
  const writeOff = dice.chance(0.06) ? Math.round(cents * 0.1) : 0
  const payment = dice.chance(0.8) ? cents - contractual - writeOff + (dice.chance(0.03) ? 5_000 : 0) : 0
  const isPaid = paidMonth <= last
  // No dice: the practices are those that they were before payments had parts.
  const paidBy =
    cents % 5 === 0 ? 'patient' : cents % 5 < 3 && paidMonth === visit.month ? 'sameDay' : undefined
  const matched = {
    matched_payment_cents: payment,
    matched_contractual_cents: contractual,
    ...addedByAge('payment', { served: visit.month, posted: paidMonth, cents: payment }),
    ...addedByAge('contractual', { served: visit.month, posted: paidMonth, cents: contractual }),
  }
  add('production', visit.month, { charge_cents: cents, ...(isPaid ? matched : {}) }, {})
  if (isPaid) {
    line('payment', paidMonth, payment, paidBy)
    line('contractual', paidMonth, contractual)
    line('other', paidMonth, writeOff)
    const take = (adds: Happening['adds'], adjustment_category: string) =>
      add('transactions', paidMonth, adds, { ...at, adjustment_category })
    take(paidAs(paidBy, payment), 'none')
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

/** The level of an office visit: mostly one that fits the patient, and at times none. */
function levelOf({ adds }: Happening, dice: Dice): Pick<Happening, 'at' | 'adds'> {
  if (dice.chance(0.1)) return { at: {}, adds: {} }
  const isNew = adds.new_patient_visit_count === 1 ? !dice.chance(0.05) : dice.chance(0.01)
  return isNew
    ? { at: { new_visit_level: dice.pick(['99203', '99203', '99204']) }, adds: { new_office_visit_count: 1 } }
    : {
        at: { established_visit_level: dice.pick(['99212', '99213', '99213', '99213', '99214']) },
        adds: { established_office_visit_count: 1 },
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

/**
 * The roll-forward of the months that have one before them, against an aging report that differs at
 * times.
 */
function rolledForward(
  { dice, months }: Shape,
  { charges, transactions, receivables }: Record<Billing, Happening[]>,
): Happening[] {
  const added = (happenings: readonly Happening[], month: string, measure: string): number =>
    happenings.filter((one) => one.month === month).reduce((sum, { adds }) => sum + (adds[measure] ?? 0), 0)
  return months.slice(1).map((month) => {
    const flows = {
      charge_cents: added(charges, month, 'charge_cents'),
      net_payment_cents: added(transactions, month, 'net_payment_cents'),
      adjustment_cents: added(transactions, month, 'adjustment_cents'),
    }
    const opening_cents = added(receivables, addMonths(month, -1), 'balance_cents')
    const closing_cents = added(receivables, month, 'balance_cents') - (dice.chance(0.2) ? 7_500 : 0)
    const moved = flows.charge_cents - flows.net_payment_cents - flows.adjustment_cents
    const difference_cents = opening_cents + moved - closing_cents
    return { month, at: {}, person: -1, adds: { opening_cents, ...flows, closing_cents, difference_cents } }
  })
}
