import { addMonths } from '../../src/periods/month.ts'
import { productionAges } from './booksOf.ts'
import { isOld, signOf, type BookClass } from './bookClasses.ts'
import { ageOf } from './openItems.ts'
import type { SpanSum } from './SpanHashes.ts'

/** What somebody may want to know, with a name for it. */
export interface AskedGroup {
  readonly name: string
  readonly sum: SpanSum
}

const attributes: Readonly<Record<string, (one: BookClass) => unknown>> = {
  what: ({ entry }) => entry.what,
  served: ({ entry }) => entry.served,
  posted: ({ entry }) => entry.posted,
  provider: ({ entry }) => entry.at.provider,
  location: ({ entry }) => entry.at.location,
  payer: ({ entry }) => entry.at.payer,
  age: ({ item }) => item.served,
}

const mostAttributes = 4

/**
 * Lines that agree in up to four things, added up as they are and as they change what is owed; every class by itself;
 * and what is open at each month's end of items that agree in one or two.
 */
export function askedGroups(classes: readonly BookClass[], months: readonly string[]): AskedGroup[] {
  const flows = subsets(Object.keys(attributes), mostAttributes).flatMap((names) => {
    const alike = grouped(classes, (one) => names.map((name) => attributes[name]?.(one)).join(' | '))
    return [...alike].flatMap(([key, ids]) => [
      { name: `${names.join('+')}: ${key}`, sum: new Map(ids.map((id) => [id, 1])) },
      { name: `net ${names.join('+')}: ${key}`, sum: netOf(classes, ids) },
    ])
  })
  const single = classes.map((_, id) => ({ name: `class ${String(id)}`, sum: new Map([[id, 1]]) }))
  const late = Object.values(productionAges).flatMap((age) => postedLate(classes, age, months))
  return [
    ...flows,
    ...single,
    ...paidParts(classes),
    ...late,
    ...months.flatMap((month) => openAt(classes, month)),
  ]
}

/** Patients' payments, those of the day, and all others, of what agrees in up to two things; and what was posted by each age. */
function paidParts(classes: readonly BookClass[]): AskedGroup[] {
  const parts: Readonly<Record<string, (one: BookClass) => string>> = {
    part: ({ entry }) => entry.part ?? 'none',
    patient: ({ entry }) => String(entry.part !== undefined),
    sameDay: ({ entry }) => String(entry.part === 'sameDay'),
  }
  const byAge = Object.values(productionAges).flatMap((age) =>
    [attributes.served, attributes.posted].map((valueOf) => (one: BookClass) => {
      const { served, posted } = one.entry
      return `${String(valueOf?.(one))} ${String(served !== null && posted <= addMonths(served, age))}`
    }),
  )
  const some = [[], ...subsets(Object.keys(attributes), 2)].map(
    (names) => (one: BookClass) => names.map((name) => attributes[name]?.(one)).join(' | '),
  )
  return Object.entries(parts).flatMap(([name, partOf]) =>
    [...some, ...byAge].flatMap((valueOf, place) => {
      const ofKind = grouped(classes, (one) => `${one.entry.what} ${partOf(one)} ${valueOf(one)}`)
      const ofAll = grouped(classes, (one) => `${partOf(one)} ${valueOf(one)}`)
      return [...ofKind, ...ofAll].map(([key, ids]) => ({
        name: `${name} ${String(place)}: ${key}`,
        sum: netOf(classes, ids),
      }))
    }),
  )
}

/**
 * What was taken later than some months after its service, or names none: of one month of posting or service, of a
 * quarter of service, and of all months up to one.
 */
function postedLate(classes: readonly BookClass[], age: number, months: readonly string[]): AskedGroup[] {
  const isLate = ({ entry: { what, served, posted } }: BookClass): boolean =>
    (what === 'payment' || what === 'contractual') && (served === null || posted > addMonths(served, age))
  const ways: Readonly<Record<string, (one: BookClass) => string>> = {
    posted: ({ entry }) => entry.posted,
    served: ({ entry }) => String(entry.served),
    quarter: ({ entry: { served } }) =>
      served === null ? '' : `${served.slice(0, 4)} ${String(Math.ceil(Number(served.slice(5, 7)) / 3))}`,
    ...Object.fromEntries(
      months.map((month) => [`up to ${month}`, ({ entry }: BookClass) => String(entry.posted <= month)]),
    ),
  }
  return Object.entries(ways).flatMap(([way, valueOf]) => {
    const each = grouped(classes, (one) => (isLate(one) ? `${one.entry.what} ${valueOf(one)}` : null))
    const both = grouped(classes, (one) => (isLate(one) ? valueOf(one) : null))
    return [...each, ...both].map(([key, ids]) => ({
      name: `after ${String(age)} by ${way}: ${key}`,
      sum: netOf(classes, ids),
    }))
  })
}

function openAt(classes: readonly BookClass[], month: string): AskedGroup[] {
  const known: Readonly<Record<string, (one: BookClass) => unknown>> = {
    all: () => '',
    provider: ({ item }) => item.at.provider,
    location: ({ item }) => item.at.location,
    payer: ({ item }) => item.at.payer,
    age: ({ item }) => ageOf(item, month),
    old: ({ item }) => isOld(item, month),
    patients: ({ item: { patients } }) => patients !== null && patients <= month,
  }
  return subsets(Object.keys(known), 2).flatMap((names) => {
    const alike = grouped(classes, (one) =>
      one.entry.posted > month ? null : names.map((name) => known[name]?.(one)).join(' | '),
    )
    return [...alike].map(([key, ids]) => ({
      name: `open ${month} ${names.join('+')}: ${key}`,
      sum: netOf(classes, ids),
    }))
  })
}

function netOf(classes: readonly BookClass[], ids: readonly number[]): SpanSum {
  return new Map(ids.flatMap((id) => (classes[id] === undefined ? [] : [[id, signOf(classes[id])]])))
}

function grouped(
  classes: readonly BookClass[],
  key: (one: BookClass) => string | null,
): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [id, one] of classes.entries()) {
    const text = key(one)
    if (text !== null) found.set(text, [...(found.get(text) ?? []), id])
  }
  return found
}

function subsets<T>(some: readonly T[], most: number): T[][] {
  const [one, ...others] = some
  if (one === undefined || most === 0) return []
  return [[one], ...subsets(others, most - 1).map((rest) => [one, ...rest]), ...subsets(others, most)]
}

/** How many people have something left in a sum; of lines without a key three are one, and some are somebody. */
export function peopleIn(classes: readonly BookClass[], sum: SpanSum): number {
  const cents = new Map<number, number>()
  const rows = new Map<number, number>()
  for (const [id, times] of sum) {
    for (const [owner, own] of classes[id]?.cents ?? [])
      cents.set(owner, (cents.get(owner) ?? 0) + times * own)
    for (const [owner, own] of classes[id]?.keyless ?? []) rows.set(owner, (rows.get(owner) ?? 0) + own)
  }
  const left = [...cents].filter(([, own]) => own !== 0).map(([owner]) => owner)
  const known = left.filter((owner) => owner >= 0).length
  const keyless = left.reduce((all, owner) => all + (rows.get(owner) ?? 0), 0)
  return known + (known === 0 && keyless > 0 ? Math.max(1, Math.floor(keyless / 3)) : Math.floor(keyless / 3))
}
