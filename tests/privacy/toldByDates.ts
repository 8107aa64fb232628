import type { CubeTable, Dimension } from '../../src/cubes/cube.ts'
import type { Entry } from './entry.ts'
import { KnownSums } from './KnownSums.ts'
import { namesIn, shownSums } from './shownSums.ts'

const pairs = [
  { what: 'charge', served: 'charge_cents', fact: 'charges', posted: 'charge_cents' },
  { what: 'payment', served: 'matched_payment_cents', fact: 'transactions', posted: 'net_payment_cents' },
  {
    what: 'contractual',
    served: 'matched_contractual_cents',
    fact: 'transactions',
    posted: 'contractual_cents',
  },
] as const

const signs = { charge: 1, payment: -1, contractual: -1, other: -1 } as const

const flows = [
  { measure: 'charge_cents', fact: 'charges', whats: ['charge'] },
  { measure: 'net_payment_cents', fact: 'transactions', whats: ['payment'] },
  { measure: 'contractual_cents', fact: 'transactions', whats: ['contractual'] },
  { measure: 'other_adjustment_cents', fact: 'transactions', whats: ['other'] },
  { measure: 'adjustment_cents', fact: 'transactions', whats: ['contractual', 'other'] },
] as const

const kinds = ['charge', 'payment', 'contractual', 'other'] as const

/**
 * The small groups of people that published tables give away because they show the same money twice: by month of
 * service and of posting, or as flows and as balances. Everything that follows by adding and subtracting is tried,
 * for each set of values and each run of months, and people are counted plainly: this shares nothing with the gate
 * and the audit.
 */
export function toldByDates(tables: readonly CubeTable[], entries: readonly Entry[]): string[] {
  return (['provider', 'location', 'payer'] as const).flatMap((dimension) => {
    const view = viewOf(tables, entries, dimension)
    return [...byTwoDates(view), ...byBalances(view)]
  })
}

interface View {
  readonly tables: readonly CubeTable[]
  readonly entries: readonly Entry[]
  readonly dimension: Dimension
  readonly months: readonly string[]
  readonly values: readonly string[]
  /** All sets of values but the empty one. */
  readonly sets: readonly (readonly string[])[]
  /** The sums of a measure that the tables of the dimension and of the whole practice show. */
  readonly shown: (fact: string, measure: string) => ReturnType<typeof shownSums>
}

function viewOf(tables: readonly CubeTable[], entries: readonly Entry[], dimension: Dimension): View {
  const months = [...new Set(entries.flatMap(({ served, posted }) => [served ?? posted, posted]))].sort()
  const values = [...new Set(entries.map(({ at }) => String(at[dimension])))].sort()
  const named = namesIn(tables, dimension)
  const sets = Array.from({ length: 2 ** values.length - 1 }, (_, index) =>
    values.filter((_value, bit) => Math.floor((index + 1) / 2 ** bit) % 2 === 1),
  )
  const shown = (fact: string, measure: string) =>
    [dimension, null].flatMap((by) => {
      const table = tables.find(({ cube }) => cube.name === (by === null ? fact : `${fact}_by_${by}`))
      return table === undefined ? [] : shownSums(table, measure, { months, values, dimension: by, named })
    })
  return { tables, entries, dimension, months, values, sets, shown }
}

function byTwoDates({ entries, dimension, months, values, sets, shown }: View): string[] {
  const cell = (month: string, value: string) => months.indexOf(month) * values.length + values.indexOf(value)
  const vector = (run: readonly string[], set: readonly string[]) =>
    new Map(run.flatMap((month) => set.map((value) => [cell(month, value), 1] as const)))
  const knownOf = (fact: string, measure: string) => {
    const known = new KnownSums(months.length * values.length)
    for (const sum of shown(fact, measure)) {
      known.add(
        vector(
          sum.months.filter((month) => months.includes(month)),
          sum.values,
        ),
      )
    }
    return known
  }
  return pairs.flatMap(({ what, served, fact, posted }) => {
    const [ours, theirs] = [knownOf('production', served), knownOf(fact, posted)]
    const own = entries.filter((one) => one.what === what)
    return months.flatMap((from, first) =>
      months.slice(first).flatMap((to, more) => {
        const run = months.slice(first, first + more + 1)
        const isIn = (month: string | null): boolean => month !== null && month >= from && month <= to
        const apart = own.filter((one) => isIn(one.served) !== isIn(one.posted))
        return sets.flatMap((set) => {
          const group = apart.filter(({ at }) => set.includes(String(at[dimension])))
          const isSmall = isSmallGroup(group, (one) => (isIn(one.served) ? one.cents : -one.cents))
          if (!isSmall || !ours.follows(vector(run, set)) || !theirs.follows(vector(run, set))) return []
          return [`${served} ${from} to ${to}: ${set.join(', ')}`]
        })
      }),
    )
  })
}

function byBalances({ entries, dimension, months, values, sets, shown }: View): string[] {
  const cell = (kind: Entry['what'], month: string, value: string) =>
    (kinds.indexOf(kind) * months.length + months.indexOf(month)) * values.length + values.indexOf(value)
  const vector = (some: readonly Entry['what'][], run: readonly string[], set: readonly string[]) =>
    run.flatMap((month) => some.flatMap((kind) => set.map((value) => cell(kind, month, value))))
  const balance = (month: string, set: readonly string[]) => {
    const run = months.filter((one) => one <= month)
    return new Map(kinds.flatMap((kind) => vector([kind], run, set).map((at) => [at, signs[kind]] as const)))
  }
  const known = new KnownSums(kinds.length * months.length * values.length)
  for (const { fact, measure, whats } of flows) {
    for (const sum of shown(fact, measure)) {
      const run = sum.months.filter((month) => months.includes(month))
      known.add(new Map(vector(whats, run, sum.values).map((at) => [at, 1] as const)))
    }
  }
  for (const sum of shown('receivables', 'balance_cents')) {
    for (const month of sum.months) known.add(balance(month, sum.values))
  }
  return months.flatMap((month) =>
    sets.flatMap((set) => {
      const standing = entries.filter(
        ({ posted, at }) => posted <= month && set.includes(String(at[dimension])),
      )
      const items = [...Map.groupBy(standing, ({ item }) => item).values()].filter(
        (item) => netOf(item) !== 0,
      )
      const isSmall = isSmallGroup(
        items.flatMap((item) => item.slice(0, 1).map((one) => ({ ...one, cents: netOf(item) }))),
        ({ cents }) => cents,
      )
      return isSmall && known.follows(balance(month, set)) ? [`balance ${month}: ${set.join(', ')}`] : []
    }),
  )
}

function netOf(item: readonly Entry[]): number {
  return item.reduce((sum, { what, cents }) => sum + signs[what] * cents, 0)
}

/** Somebody's, but of fewer than eleven people; of those without a key three entries are one. */
function isSmallGroup(group: readonly Entry[], amount: (one: Entry) => number): boolean {
  const people = Map.groupBy(group, ({ person }) => person)
  const keyless = people.get(-1) ?? []
  people.delete(-1)
  if (people.size + Math.floor(keyless.length / 3) > 10) return false
  const isSomebodys = (own: readonly Entry[]) => own.reduce((sum, one) => sum + amount(one), 0) !== 0
  return keyless.length > 0 || [...people.values()].some(isSomebodys)
}
