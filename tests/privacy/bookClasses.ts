import type { CubeTable, Dimension } from '../../src/cubes/cube.ts'
import { addMonths } from '../../src/periods/month.ts'
import { productionAges } from './booksOf.ts'
import type { Entry } from './entry.ts'
import { ageOf, openItems, type OpenItem } from './openItems.ts'
import { rowsShown } from './rowsShown.ts'
import type { SpanSum } from './SpanHashes.ts'

/** Lines of the books that no published sum could tell apart. */
export interface BookClass {
  readonly entry: Entry
  readonly item: OpenItem
  /** By person; below 0 by open item, where there is no key. */
  readonly cents: ReadonlyMap<number, number>
  /** By the latter, how many lines. */
  readonly keyless: ReadonlyMap<number, number>
  readonly total: number
}

/** The classes of the books. */
export function bookClasses(entries: readonly Entry[]): BookClass[] {
  const lines = openItems(entries).flatMap((item, place) =>
    item.entries.map((entry) => ({ item, entry, owner: entry.person < 0 ? -1 - place : entry.person })),
  )
  const alike = Map.groupBy(lines, ({ item, entry: { what, part, served, posted, at } }) =>
    [what, part, served, posted, at.provider, at.location, at.payer, item.served, item.patients].join('|'),
  )
  return [...alike.values()].flatMap((own) => {
    const [one] = own
    if (one === undefined) return []
    const cents = new Map<number, number>()
    const keyless = new Map<number, number>()
    for (const { entry, owner } of own) {
      cents.set(owner, (cents.get(owner) ?? 0) + entry.cents)
      if (owner < 0) keyless.set(owner, (keyless.get(owner) ?? 0) + 1)
    }
    return [{ ...one, cents, keyless, total: own.reduce((sum, { entry }) => sum + entry.cents, 0) }]
  })
}

/** 1 for what raises a balance, -1 for what lowers it. */
export function signOf({ entry }: BookClass): 1 | -1 {
  return entry.what === 'charge' ? 1 : -1
}

/** How often a measure has a class in a month. */
type Reader = (one: BookClass, month: string) => -1 | 0 | 1

const flow =
  (whats: readonly Entry['what'][], date: 'served' | 'posted'): Reader =>
  ({ entry }, month) =>
    whats.includes(entry.what) && entry[date] === month ? 1 : 0

const paid =
  (isPart: (entry: Entry) => boolean): Reader =>
  ({ entry }, month) =>
    entry.what === 'payment' && entry.posted === month && isPart(entry) ? 1 : 0

/** What was posted by the end of some month after that of the service. */
const postedBy =
  (what: Entry['what'], months: number): Reader =>
  ({ entry }, month) =>
    entry.what === what && entry.served === month && entry.posted <= addMonths(month, months) ? 1 : 0

const standing =
  (isPart: (item: OpenItem, month: string) => boolean): Reader =>
  (one, month) =>
    one.entry.posted <= month && isPart(one.item, month) ? signOf(one) : 0

const readers: Readonly<Record<string, Reader>> = {
  'charges charge_cents': flow(['charge'], 'posted'),
  'transactions net_payment_cents': flow(['payment'], 'posted'),
  'transactions patient_payment_cents': paid(({ part }) => part !== undefined),
  'transactions same_day_payment_cents': paid(({ part }) => part === 'sameDay'),
  'transactions adjustment_cents': flow(['contractual', 'other'], 'posted'),
  'transactions contractual_cents': flow(['contractual'], 'posted'),
  'transactions other_adjustment_cents': flow(['other'], 'posted'),
  'production charge_cents': flow(['charge'], 'served'),
  'production matched_payment_cents': flow(['payment'], 'served'),
  'production matched_contractual_cents': flow(['contractual'], 'served'),
  ...Object.fromEntries(
    Object.entries(productionAges).flatMap(([age, months]) => [
      [`production paid_by_${age}_cents`, postedBy('payment', months)],
      [`production contractual_by_${age}_cents`, postedBy('contractual', months)],
    ]),
  ),
  'receivables balance_cents': standing(() => true),
  'receivables over_90_cents': standing((item, month) => isOld(item, month)),
  'receivables patient_cents': standing(({ patients }, month) => patients !== null && patients <= month),
}

/** Whether an item is older than 90 days at a month's end. */
export function isOld(item: OpenItem, month: string): boolean {
  return ['91-120', '121+'].includes(ageOf(item, month))
}

/** What is published, as sums over the classes; those that do not come to what is published are named. */
export function sumsOverClasses(
  tables: readonly CubeTable[],
  classes: readonly BookClass[],
): { readonly sums: SpanSum[]; readonly wrong: string[] } {
  const wrong: string[] = []
  const sums = tables.flatMap((table) => {
    const { fact, name, columns } = table.cube
    const [dimension] = columns.filter(({ role }) => role === 'dimension').map((one) => one.name as Dimension)
    if (dimension === 'lag_days') return []
    return columns.flatMap(({ name: measure }) => {
      const reader = readers[`${fact} ${measure}`]
      if (reader === undefined) return []
      return rowsShown(tables, table, measure).map(({ month, months, isIn, cents }) => {
        const inside = [0, 1, 2].slice(0, months).map((later) => addMonths(month, later))
        const found = classes.flatMap((one, id): [number, number][] => {
          const times = inside.reduce<number>(
            (sum, each) =>
              sum + (isIn(valueOf(one, { dimension, fact, month: each })) ? reader(one, each) : 0),
            0,
          )
          return times === 0 ? [] : [[id, times]]
        })
        const total = found.reduce((sum, [id, times]) => sum + times * (classes[id]?.total ?? 0), 0)
        if (total !== cents) wrong.push(`${name} ${measure} ${month} ${String(months)}`)
        return new Map(found)
      })
    })
  })
  return { sums, wrong }
}

/** The value of a dimension that a class counts for in a month. */
function valueOf(
  { entry, item }: BookClass,
  { dimension, fact, month }: { dimension: Dimension | undefined; fact: string; month: string },
): string {
  if (dimension === undefined) return ''
  if (dimension === 'age_bucket') return ageOf(item, month)
  if (dimension === 'adjustment_category') {
    if (entry.what === 'contractual') return 'contractual'
    return entry.what === 'other' ? 'charity' : 'none'
  }
  return String((fact === 'receivables' ? item : entry).at[dimension])
}
