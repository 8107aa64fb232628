import type { Dimension } from '../../../src/cubes/cube.ts'
import { addMonths } from '../../../src/periods/month.ts'
import { isShown, type FactAudit } from './factAudit.ts'
import type { LineClasses } from './lineClasses.ts'
import { monthsSince } from './monthsSince.ts'
import { valueOf } from './publishedPieces.ts'
import type { PublishedSum, Slice } from './publishedSums.ts'

/** A published sum, and how often it has each class of lines. */
export interface LineSum {
  readonly sum: PublishedSum
  readonly slice: Slice
  readonly columns: readonly number[]
  readonly factors: readonly number[]
}

/** A fact's sums of money. */
export interface LineSums {
  readonly sums: readonly LineSum[]
  /** Those that their lines do not add up to: two parts of the program disagree. */
  readonly unequal: readonly PublishedSum[]
}

interface Flow {
  readonly kinds: readonly number[]
  readonly date: 'served' | 'posted'
  /** Of payments, the parts that count; all if left out. */
  readonly parts?: readonly number[]
  /** Only what is posted at most so many months after the month of service. */
  readonly within?: number
}

/** Kinds of lines that a flow adds up, and by which of their months. */
const flows: Readonly<Record<string, Flow>> = {
  'charges charge_cents': { kinds: [0], date: 'posted' },
  'transactions net_payment_cents': { kinds: [1], date: 'posted' },
  'transactions patient_payment_cents': { kinds: [1], parts: [1, 2], date: 'posted' },
  'transactions same_day_payment_cents': { kinds: [1], parts: [2], date: 'posted' },
  'transactions contractual_cents': { kinds: [2], date: 'posted' },
  'transactions other_adjustment_cents': { kinds: [3], date: 'posted' },
  'transactions adjustment_cents': { kinds: [2, 3], date: 'posted' },
  'production charge_cents': { kinds: [0], date: 'served' },
  'production matched_payment_cents': { kinds: [1], date: 'served' },
  'production matched_contractual_cents': { kinds: [2], date: 'served' },
  ...postedBy('paid', 1),
  ...postedBy('contractual', 2),
}

/** What `production` has of a kind of lines by age, in months. */
function postedBy(name: string, kind: number): Record<string, Flow> {
  return Object.fromEntries(
    ['month_end', '30_days', '60_days', '90_days', '120_days'].map((age, within) => [
      `production ${name}_by_${age}_cents`,
      { kinds: [kind], date: 'served', within },
    ]),
  )
}

const ages = ['0-30', '31-60', '61-90', '91-120', '121+']

/** The facts whose sums of money are made of the lines. */
export const lineFacts = ['charges', 'transactions', 'receivables', 'production'] as const

/** The shown sums of money of a fact's tables as sums of classes; of balances, where they are rolled out of the lines. */
export function lineSums({ fact, slices }: FactAudit, classes: LineClasses): LineSums {
  const isRolled = fact.name === 'receivables'
  const own = slices.filter(
    ({ cut, measure }) =>
      cut.every((name) => name === 'age_bucket' || classes.by.includes(name)) &&
      fact.measures[measure]?.unit === 'money',
  )
  if (isRolled && !classes.lines.isRolled) return { sums: [], unequal: [] }
  const readers = new Map<string, Reader>()
  const found = own.map((slice) => {
    const name = `${slice.measure} ${slice.cut.join()}`
    const reader =
      readers.get(name) ?? (isRolled ? balanceReader(classes, slice) : flowReader(classes, fact.name, slice))
    readers.set(name, reader)
    return sumsOf(slice, classes, reader)
  })
  return {
    sums: found.flatMap(({ sums }) => sums),
    unequal: found.flatMap(({ unequal }) => unequal),
  }
}

/** By class, how a measure has it in its table. */
interface Reader {
  /** The month in which the class is added, or from which on it stands; -1 for classes that are never. */
  readonly month: Int32Array
  readonly isStock: boolean
  readonly factor: Int8Array
  /** The place of its value in `names`, at a month's end. */
  readonly value: (month: number) => Int32Array
  readonly names: readonly string[]
}

function flowReader(classes: LineClasses, fact: string, { measure, cut: [dimension] }: Slice): Reader {
  const { lines, first } = classes
  const flow = flows[`${fact} ${measure}`]
  if (flow === undefined) throw new Error(`unknown flow: ${fact}.${measure}`)
  const { names, codes } = column(classes, lines, dimension)
  const { kinds, parts, date, within = Infinity } = flow
  const isIn = (line: number): boolean =>
    kinds.includes(lines.kind[line] ?? -1) && (parts?.includes(lines.part[line] ?? 0) ?? true)
  const since = within < Infinity ? monthsSince(classes) : null
  return {
    month: Int32Array.from(first, (line, id) =>
      isIn(line) && (since?.[id] ?? 0) <= within ? (lines[date][line] ?? -1) : -1,
    ),
    isStock: false,
    factor: Int8Array.from(first, () => 1),
    value: () => codes,
    names,
  }
}

function balanceReader(classes: LineClasses, { measure, cut: [dimension] }: Slice): Reader {
  const { lines, first } = classes
  const since =
    measure === 'over_90_cents' ? lines.older[2] : measure === 'patient_cents' ? lines.patients : null
  const own = {
    month: Int32Array.from(first, (line) => Math.max(lines.posted[line] ?? 0, since?.[line] ?? -1)),
    isStock: true,
    factor: Int8Array.from(first, (line) => (lines.kind[line] === 0 ? 1 : -1)),
  }
  if (dimension === 'age_bucket') {
    const steps = lines.older.map((one) => Int32Array.from(first, (line) => one[line] ?? 0))
    const at = (month: number): Int32Array => {
      const age = new Int32Array(first.length)
      for (const one of steps) {
        for (let id = 0; id < age.length; id += 1) if ((one[id] ?? 0) <= month) age[id] = (age[id] ?? 0) + 1
      }
      return age
    }
    return { ...own, value: at, names: ages }
  }
  const { names, codes } = column(classes, lines.item, dimension)
  return { ...own, value: () => codes, names }
}

/** By class, its value of a dimension; of the whole practice, "". */
function column(
  { first }: LineClasses,
  { cut, values }: Pick<LineClasses['lines'], 'cut' | 'values'>,
  dimension: Dimension | undefined,
): { names: string[]; codes: Int32Array } {
  const found = dimension === undefined ? undefined : values[cut.indexOf(dimension)]
  if (found === undefined) return { names: [''], codes: new Int32Array(first.length) }
  return {
    names: found.names.map((name) => valueOf([name])),
    codes: Int32Array.from(first, (line) => found.codes[line] ?? -1),
  }
}

interface Found {
  readonly sum: PublishedSum
  readonly columns: number[]
  readonly factors: number[]
  total: number
}

/** The first and the last place of a slice's months; in a month without lines none lies between them. */
function placesOf({ month, months }: Slice, monthNames: readonly string[]): { from: number; to: number } {
  const end = addMonths(month, months)
  const from = monthNames.findIndex((name) => name >= month)
  const to = monthNames.findLastIndex((name) => name < end)
  return { from: from < 0 ? monthNames.length : from, to }
}

function sumsOf(slice: Slice, classes: LineClasses, reader: Reader): LineSums {
  const { sums, other } = slice
  const shown = [...sums, ...(other === null ? [] : [other])].filter(isShown)
  const found = shown.map((sum): Found => ({ sum, columns: [], factors: [], total: 0 }))
  const ofOther = found.find(({ sum }) => sum.isOther)
  const byValue = new Map(sums.map((sum) => [valueOf(sum.values), isShown(sum) ? undefined : ofOther]))
  for (const one of found) if (!one.sum.isOther) byValue.set(valueOf(one.sum.values), one)
  const places = reader.names.map((name) => byValue.get(name))
  const { month: at, isStock, factor } = reader
  const { from, to } = placesOf(slice, classes.lines.monthNames)
  const value = reader.value(to)
  for (let id = 0; id < classes.count; id += 1) {
    const month = at[id] ?? -1
    if (month > to || (!isStock && month < from)) continue
    const one = places[value[id] ?? -1]
    if (one === undefined) continue
    one.columns.push(id)
    one.factors.push(factor[id] ?? 0)
    one.total += (factor[id] ?? 0) * (classes.cents[id] ?? 0)
  }
  const isEqual = ({ sum, total }: Found): boolean => total === sum.value
  return {
    sums: found
      .filter((one) => isEqual(one) && one.columns.length > 0)
      .map(({ sum, columns, factors }) => ({ sum, slice, columns, factors })),
    unequal: found.filter((one) => !isEqual(one)).map(({ sum }) => sum),
  }
}
