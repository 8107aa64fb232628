import type { Happening } from '../helpers/peopleOf.ts'
import type { Dice } from './dice.ts'
import type { RandomPractice } from './randomPractice.ts'

/** A practice that exports nothing of its bills but month totals, and who is truly behind them. */
export interface TotalsPractice extends RandomPractice {
  /** Charges and payments as they were, of nobody's provider, site and payer, as the totals are. */
  readonly behind: Readonly<Record<'charges' | 'transactions', readonly Happening[]>>
}

/** A row of the report: of a month and how else the report is split. */
interface ReportRow {
  readonly month: string
  /** Who was charged; null where the practice has no patient numbers to count, or the report does not say. */
  readonly patients: number | null
  readonly charges: number
  readonly payments: number
  readonly contractual: number
  readonly others: number
}

const nobody = { provider: 'None given', location: 'None given', payer: 'none_given' }
const chargedPlace = { ...nobody, lag_days: 92, new_visit_level: 'none', established_visit_level: 'none' }

/**
 * The same practice if it had only a monthly report, and an aging report that says how many accounts each balance is of. By
 * a wrong rule, to show that it is one, payments and adjustments are of all whom a row counts.
 */
export function asMonthTotals(
  practice: RandomPractice,
  dice: Dice,
  { isByCountAlone = false }: { readonly isByCountAlone?: boolean } = {},
): TotalsPractice {
  const { charges = [], transactions = [], receivables = [] } = practice.happenings
  const split = dice.pick([
    [],
    ['provider'],
    ['provider', 'payer'],
    ['provider', 'location', 'payer'],
  ] as const)
  const isCounted = dice.chance(0.8)
  const rowOf = ({ month, at }: Happening) => JSON.stringify([month, ...split.map((name) => at[name])])
  const paid = Map.groupBy(transactions, rowOf)
  const charged = Map.groupBy(charges, rowOf)
  const rows = [...new Set([...charged.keys(), ...paid.keys()])].map((key): ReportRow => {
    const [own = [], taken = []] = [charged.get(key), paid.get(key)]
    const sum = (some: readonly Happening[], measure: string) =>
      some.reduce((cents, { adds }) => cents + (adds[measure] ?? 0), 0)
    const people = new Set(own.map(({ person }) => person))
    return {
      month: (JSON.parse(key) as string[])[0] ?? '',
      patients: isCounted && !people.has(-1) ? people.size : null,
      charges: sum(own, 'charge_cents'),
      payments: sum(taken, 'net_payment_cents'),
      contractual: sum(taken, 'contractual_cents'),
      others: sum(taken, 'other_adjustment_cents'),
    }
  })
  const reach = (row: ReportRow, cents: number): number =>
    isByCountAlone ? 1 : row.charges === 0 ? 0 : Math.abs(cents / row.charges)
  const months = [...Map.groupBy(rows, ({ month }) => month).values()]
  const place = (adjustment_category: string) => ({ ...nobody, adjustment_category })
  return {
    ...practice,
    lines: [],
    behind: {
      charges: charges.map((one) => ({ ...one, at: chargedPlace, adds: only(one, ['charge_cents']) })),
      transactions: transactions.map((one) => ({
        ...one,
        at: place(String(one.at.adjustment_category)),
        adds: only(one, told),
      })),
    },
    happenings: {
      ...practice.happenings,
      production: [],
      charges: months.flatMap((own) => lines(own, { kind: 'charges', at: chargedPlace, reach })),
      transactions: months.flatMap((own) => [
        ...lines(own, { kind: 'payments', at: place('none'), reach }),
        ...lines(own, { kind: 'contractual', at: place('contractual'), reach }),
        ...lines(own, { kind: 'others', at: place('unknown'), reach }),
      ]),
      receivables: accountsOf(receivables),
    },
  }
}

/** Of payments a total has no parts. */
const told = ['net_payment_cents', 'adjustment_cents', 'contractual_cents', 'other_adjustment_cents']

function only({ adds }: Happening, measures: readonly string[]): Happening['adds'] {
  return Object.fromEntries(measures.map((measure) => [measure, adds[measure] ?? 0]))
}

/** What part of a row's charges an amount of it is. */
type Reach = (row: ReportRow, cents: number) => number

type Kind = 'charges' | 'payments' | 'contractual' | 'others'

/** What a month's total adds, as so many rows of nobody in particular as are surely behind it. */
function lines(
  rows: readonly ReportRow[],
  { kind, at, reach }: { readonly kind: Kind; readonly at: Happening['at']; readonly reach: Reach },
): Happening[] {
  const cents = rows.reduce((sum, row) => sum + row[kind], 0)
  const count = Math.min(Math.max(1, Math.abs(cents)), countOf(rows, kind, reach))
  const each = Math.trunc(cents / count)
  if (cents === 0) return []
  return Array.from({ length: count }, (_, index) => {
    const own = index === 0 ? cents - each * (count - 1) : each
    return { month: rows[0]?.month ?? '', at, person: -1, adds: addedBy(kind, own) }
  })
}

function addedBy(kind: Kind, cents: number): Happening['adds'] {
  if (kind === 'charges') return { charge_cents: cents }
  if (kind === 'payments') return { net_payment_cents: cents }
  const part = kind === 'contractual' ? 'contractual_cents' : 'other_adjustment_cents'
  return { adjustment_cents: cents, [part]: cents }
}

/** The decision in `scripts/private/ledger/README.md`, said once more: how many rows a month's total counts as. */
function countOf(rows: readonly ReportRow[], kind: Kind, reach: Reach): number {
  const behind = (one: Kind): number => {
    const own = rows.filter((row) => row[one] !== 0)
    if (one === 'others') return Math.max(1, own.length)
    const stated = own.map((row) => {
      const { patients } = row
      if (patients === null) return 0
      return one === 'charges'
        ? patients
        : Math.floor(Math.min(patients, 3 * patients * reach(row, row[one])))
    })
    const counted = own.map(({ patients }) => patients ?? Infinity).reduce((sum, count) => sum + count, 0)
    return Math.max(1, Math.min(Math.max(own.length, ...stated), 3 * counted))
  }
  const [contractual, others] = [behind('contractual'), behind('others')]
  const isBoth = rows.some((row) => row.contractual !== 0) && rows.some((row) => row.others !== 0)
  if (kind === 'charges' || kind === 'payments' || !isBoth) return behind(kind)
  const most = Math.max(contractual, others)
  const ofOthers = Math.max(1, Math.min(others, Math.floor(most / 2)))
  return kind === 'others' ? ofOthers : Math.max(1, most - ofOthers)
}

/** Balances as an aging report has them: of so many accounts each, which it does not name. */
function accountsOf(receivables: readonly Happening[]): Happening[] {
  const accounts = Map.groupBy(receivables, ({ month, at, person, adds }) =>
    JSON.stringify([
      month,
      at.provider,
      at.location,
      at.payer,
      at.age_bucket,
      person,
      adds.patient_cents === 0,
    ]),
  )
  return [...accounts.values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    if (first.person < 0) return own
    const sum = (measure: string) => own.reduce((cents, { adds }) => cents + (adds[measure] ?? 0), 0)
    const adds = {
      balance_cents: sum('balance_cents'),
      over_90_cents: sum('over_90_cents'),
      patient_cents: sum('patient_cents'),
    }
    return [{ ...first, person: -1, adds }]
  })
}
