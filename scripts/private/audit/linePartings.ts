import { monthIndex } from '../../../src/periods/month.ts'
import type { LineClasses } from './lineClasses.ts'
import { monthsSince } from './monthsSince.ts'
import { numberedTogether } from './numberedTogether.ts'

/** One way to part the classes of lines: by what they agree in. */
export interface LineParting {
  /** By class, the number of its group; -1 for classes that are in none. */
  readonly groupOf: Int32Array
  readonly groupCount: number
  /** Whether groups are added up as they change what is owed, not each line as it is. */
  readonly isNet: boolean
}

const mostAttributes = 4
const mostOfBalance = 2

/**
 * What somebody may ask for: lines that agree in up to four attributes, as they are or as they change what is owed,
 * and what is open, at the end of a month, of items that agree in up to two.
 */
export function linePartings(classes: LineClasses): LineParting[] {
  const { attributes, lines, first } = classes
  const codes = attributes.map((one) => ({
    ...one,
    codes: Int32Array.from(first, (line) => one.codes[line] ?? -1),
  }))
  const flows = subsets(codes, mostAttributes).flatMap((chosen) => {
    const parting = parted(chosen.map((one) => one.codes))
    const hasKind = chosen.some(({ name }) => name === 'kind')
    return [{ ...parting, isNet: false }, ...(hasKind ? [] : [{ ...parting, isNet: true }])]
  })
  const all = [...flows, ...paymentParts(classes), ...postedLate(classes)]
  return lines.isRolled ? [...all, ...openItems(classes)] : all
}

/** Ages, in months, by which `production` says what was posted. */
const agesOfProduction = 5

/**
 * What was posted so many months after its service and later, or names no service: of one month, of a quarter of service,
 * of all months up to one, and of all after it. It is what the sums by month of posting, or all that is matched, leave of those by age.
 */
function postedLate(classes: LineClasses): LineParting[] {
  const { lines, first } = classes
  const since = monthsSince(classes)
  const codesOf = (read: (line: number) => number): Int32Array => Int32Array.from(first, read)
  const kind = codesOf((line) => lines.kind[line] ?? -1)
  const served = codesOf((line) => lines.served[line] ?? -1)
  const posted = codesOf((line) => lines.posted[line] ?? -1)
  const quarters = lines.monthNames.map((name) => Math.floor(monthIndex(name) / 3))
  const quarter = served.map((month) => quarters[month] ?? -1)
  return Array.from({ length: agesOfProduction }, (_, age) => {
    const isTaken = (id: number): boolean => [1, 2].includes(kind[id] ?? 0) && (since[id] ?? 0) > age
    const isLate = Uint8Array.from(first, (_line, id) => Number(isTaken(id)))
    const upTo = [...lines.monthNames.keys()].map((month) => posted.map((one) => Number(one <= month)))
    return [posted, served, quarter, ...upTo].flatMap((column): LineParting[] => [
      { ...parted([kind, column], isLate), isNet: false },
      { ...parted([column], isLate), isNet: true },
    ])
  }).flat()
}

/**
 * Payments by whether they are patients', and by whether they are of the day of service: of lines that agree in up to
 * two attributes more, by themselves and with all else, and of what was posted by each age.
 */
function paymentParts(classes: LineClasses): LineParting[] {
  const { lines, first, attributes } = classes
  if (!attributes.some(({ name }) => name === 'part')) return []
  const codesOf = (read: (line: number) => number): Int32Array => Int32Array.from(first, read)
  const kind = codesOf((line) => lines.kind[line] ?? -1)
  const served = codesOf((line) => lines.served[line] ?? -1)
  const posted = codesOf((line) => lines.posted[line] ?? -1)
  const since = monthsSince(classes)
  const early = Array.from({ length: agesOfProduction }, (_, age) =>
    Int32Array.from(since, (months) => Number(months <= age)),
  )
  const others = attributes
    .filter(({ name }) => !['kind', 'part'].includes(name))
    .map(({ codes }) => codesOf((line) => codes[line] ?? -1))
  return [1, 2].flatMap((least) => {
    const part = codesOf((line) => Number((lines.part[line] ?? 0) >= least))
    const some = [[], ...subsets(others, 2)].flatMap((columns): LineParting[] => [
      { ...parted([kind, part, ...columns]), isNet: false },
      { ...parted([part, ...columns]), isNet: true },
    ])
    const byAge = early.flatMap((isEarly) =>
      [served, posted].map((column) => ({ ...parted([kind, part, isEarly, column]), isNet: false })),
    )
    return [...some, ...byAge]
  })
}

/** By month, and up to two of what is known of an open item then, the classes of all lines up to it. */
function openItems({ lines, attributes, first }: LineClasses): LineParting[] {
  const codesOf = (read: (line: number) => number): Int32Array => Int32Array.from(first, read)
  const posted = codesOf((line) => lines.posted[line] ?? 0)
  const columns = attributes.filter(
    ({ name }) => !['kind', 'part', 'posted', 'age', 'patients', 'served'].includes(name),
  )
  const values = columns.map(({ codes }) => codesOf((line) => codes[line] ?? -1))
  const served = codesOf((line) => lines.served[line] ?? -1)
  const steps = lines.older.map((since) => codesOf((line) => since[line] ?? 0))
  const patients = codesOf((line) => lines.patients[line] ?? 0)
  return [...lines.monthNames.keys()].flatMap((month) => {
    const age = new Int32Array(first.length)
    for (const since of steps) {
      for (let id = 0; id < age.length; id += 1) if ((since[id] ?? 0) <= month) age[id] = (age[id] ?? 0) + 1
    }
    const known = [
      served,
      age,
      age.map((passed) => Number(passed > 2)),
      patients.map((since) => Number(since <= month)),
    ]
    const isInside = Uint8Array.from(posted, (one) => Number(one <= month))
    return subsets([...values, ...known], mostOfBalance).map((some) => ({
      ...parted(some, isInside),
      isNet: true,
    }))
  })
}

/** Numbers the groups of classes with the same codes. */
function parted(
  columns: readonly Int32Array[],
  isInside?: Uint8Array,
): Pick<LineParting, 'groupOf' | 'groupCount'> {
  const { numbers, first } = numberedTogether(columns, { count: columns[0]?.length ?? 0, isInside })
  return { groupOf: numbers, groupCount: first.length }
}

/** All choices of one to `most` of some. */
function subsets<T>(some: readonly T[], most: number): T[][] {
  const [one, ...others] = some
  if (one === undefined || most === 0) return []
  return [[one], ...subsets(others, most - 1).map((rest) => [one, ...rest]), ...subsets(others, most)]
}
