import { binDimensions, binOf, type BinName } from '../../src/cubes/binDimensions.ts'
import {
  cutOf,
  isMerged,
  measuresOf,
  shortestOf,
  type CubeTable,
  type CubeValue,
  type Cut,
  type Dimension,
  type Fact,
} from '../../src/cubes/cube.ts'
import { addMonths } from '../../src/periods/month.ts'
import type { Happening } from '../helpers/peopleOf.ts'
import { fewerThanMayBeShown } from './fewerThanMayBeShown.ts'
import { rowsOf, type Row } from './rowsOf.ts'

interface Period {
  readonly month: string
  readonly months: number
  readonly rows: readonly Row[]
  /** What happened in it. */
  readonly inside: readonly Happening[]
}

/** One measure of a table in one period, as anybody who can read sees it. */
interface Seen extends Period {
  readonly table: string
  readonly measure: string
  /** By each value that is shown, the happenings behind its sum; a missing row shows 0. */
  readonly shown: ReadonlyMap<string, readonly Happening[]>
  /** What happened at the values that are null, or have no name to be published by. */
  readonly hidden: readonly Happening[]
  readonly isOtherShown: boolean
}

/**
 * The published sums that stand for a small group of people, or give one away when what is shown beside them
 * is subtracted, by plain counting of who is behind them: it shares nothing with the gate and the audit.
 */
export function smallGroups(
  fact: Fact,
  tables: readonly CubeTable[],
  happenings: readonly Happening[],
): string[] {
  const named = namesOf(tables)
  const seen = tables.flatMap((table) => seenOf(fact, table, { happenings, named }))
  const byPlace = Map.groupBy(seen, placeOf)
  const practice = new Set(seen.flatMap((one) => (one.shown.has('[]') ? [sumOf(one)] : [])))
  return seen.flatMap((one) => {
    const place = `${one.table} ${sumOf(one)}`
    const beside = byPlace.get(placeOf(one)) ?? []
    const months = [0, 1, 2].flatMap((later) => {
      const month = { ...one, month: addMonths(one.month, later), months: 1 }
      return one.months === 3 ? (byPlace.get(placeOf(month)) ?? []) : []
    })
    const isSmall = (group: readonly Happening[], minus: readonly string[] = []): boolean =>
      fewerThanMayBeShown(fact, group, { measure: one.measure, minus })
    return [
      ...[...one.shown.values()].filter((group) => isSmall(group)).map(() => `shown: ${place}`),
      ...(one.isOtherShown && isSmall(one.hidden) ? [`other: ${place}`] : []),
      ...(practice.has(sumOf(one)) && isSmall(one.hidden) ? [`whole less values: ${place}`] : []),
      ...leftByParts(fact, one, beside).flatMap(({ group, minus }) =>
        isSmall(group, minus) ? [`whole less parts: ${place}`] : [],
      ),
      ...leftByMonths(one, months).flatMap((group) =>
        isSmall(group) ? [`quarter less months: ${place}`] : [],
      ),
    ]
  })
}

/** The names that are published somewhere: those of the practice's own that are nowhere stand in "Other". */
function namesOf(tables: readonly CubeTable[]): Set<CubeValue> {
  return new Set(tables.flatMap(({ columns }) => [...(columns.provider ?? []), ...(columns.location ?? [])]))
}

function seenOf(
  fact: Fact,
  table: CubeTable,
  { happenings, named }: { happenings: readonly Happening[]; named: ReadonlySet<CubeValue> },
): Seen[] {
  const declared = cutOf(fact, table.cube.name)
  const cut = declared.by
  return periodsOf(declared, rowsOf(table, fact), happenings).flatMap((period) => {
    const rows = new Map(period.rows.map((row) => [JSON.stringify(row.values), row]))
    const other = period.rows.find(({ values }) => values.some(isMerged))
    const bin = binOf(cut)
    const groups = bin !== null ? lagGroups(bin, period) : valueGroups(cut, period)
    return measuresOf(fact, declared).map(([measure]): Seen => {
      const isShown = (text: string): boolean => {
        const row = rows.get(text)
        if (row !== undefined) return row.sums[measure] !== null
        const isUnnamed = cut.some(
          (name, index) =>
            /provider|location/.test(name) && !named.has((JSON.parse(text) as string[])[index] ?? ''),
        )
        return !isUnnamed || other === undefined
      }
      const shown = new Map([...groups].filter(([text]) => isShown(text)))
      const hidden = [...groups].flatMap(([text, group]) => (shown.has(text) ? [] : group))
      const isOtherShown = other !== undefined && other.sums[measure] !== null
      return { ...period, table: table.cube.name, measure, shown, hidden, isOtherShown }
    })
  })
}

/** Months (or quarters, for a cut of such), and above them the quarters that have rows. */
function periodsOf(cut: Cut, rows: readonly Row[], happenings: readonly Happening[]): Period[] {
  const own = shortestOf(cut)
  const byMonth = Map.groupBy(happenings, ({ month }) => month)
  const first = (month: string) => (own === 3 ? quarterOf(month) : month)
  const names = new Set([...byMonth.keys()].map((month) => `${first(month)} ${String(own)}`))
  const byPeriod = Map.groupBy(rows, ({ period }) => period)
  return [...new Set([...names, ...byPeriod.keys()])].map((name) => {
    const [month = '', length] = name.split(' ')
    const inside =
      length === '3'
        ? [0, 1, 2].flatMap((later) => byMonth.get(addMonths(month, later)) ?? [])
        : (byMonth.get(month) ?? [])
    return { month, months: Number(length), rows: byPeriod.get(name) ?? [], inside }
  })
}

function quarterOf(month: string): string {
  return addMonths(month, -((Number(month.slice(5, 7)) - 1) % 3))
}

function valueGroups(cut: readonly Dimension[], { rows, inside }: Period): Map<string, readonly Happening[]> {
  const groups = Map.groupBy(inside, ({ at }) => JSON.stringify(cut.map((name) => at[name] ?? 'None given')))
  const named = rows
    .filter(({ values }) => !values.some(isMerged))
    .map(({ values }) => JSON.stringify(values))
  return new Map(named.map((text): [string, readonly Happening[]] => [text, []]).concat([...groups]))
}

/**
 * A row's days are those above the row before it, the last one's all that follow; what is unknown is in
 * none.
 */
function lagGroups(bin: BinName, { rows, inside }: Period): Map<string, readonly Happening[]> {
  const ends = rows.map(({ values }) => Number(values[0])).sort((a, b) => a - b)
  const nowhere: number = binDimensions[bin].unknown
  const known = ends.filter((end) => end !== nowhere)
  const endOf = ({ at }: Happening): number => {
    const own = Number(at[bin])
    return own === nowhere ? nowhere : (known.find((end) => end >= own) ?? known.at(-1) ?? -1)
  }
  const groups = Map.groupBy(inside, (one) => JSON.stringify([endOf(one)]))
  if (ends.includes(nowhere)) return groups
  // Somewhere in the other rows, then: those are groups without it, but for a single one, which holds all.
  const place = JSON.stringify([nowhere])
  const unknown = groups.get(place) ?? []
  groups.delete(place)
  const [only, second] = ends.map((end) => JSON.stringify([end]))
  if (only !== undefined && second === undefined) groups.set(only, [...(groups.get(only) ?? []), ...unknown])
  return groups
}

function placeOf({ table, month, months }: Pick<Seen, 'table' | 'month' | 'months'>): string {
  return [table, month, months].join(' ')
}

function sumOf({ measure, month, months }: Seen): string {
  return [measure, month, months].join(' ')
}

interface Left {
  readonly group: readonly Happening[]
  readonly minus: readonly string[]
}

/** What a shown whole leaves over of each value, less one of its shown parts and less all of them. */
function leftByParts(fact: Fact, one: Seen, beside: readonly Seen[]): Left[] {
  return (fact.partitions ?? [])
    .filter(({ whole }) => whole === one.measure)
    .flatMap(({ parts }) =>
      [...one.shown].flatMap(([text, group]) => {
        const known = parts.filter((part) =>
          beside.some(({ measure, shown }) => measure === part && shown.has(text)),
        )
        return known.length === 0
          ? []
          : [known, ...known.map((part) => [part])].map((minus) => ({ group, minus }))
      }),
    )
}

/**
 * What a shown quarter leaves over of each value, and of those in "Other", less the months that are
 * shown.
 */
function leftByMonths(one: Seen, months: readonly Seen[]): (readonly Happening[])[] {
  const own = months.filter(({ measure }) => measure === one.measure)
  if (own.length === 0) return []
  const known = new Set(own.flatMap(({ shown }) => [...shown.values()].flat()))
  const groups = [...one.shown.values(), ...(one.isOtherShown ? [one.hidden] : [])]
  return groups.map((group) => group.filter((happening) => !known.has(happening)))
}
