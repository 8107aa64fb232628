/** A row of totals, and what the rows before it add up to. */
export interface TotalRow {
  /** Row number in the tab. */
  readonly row: number
  /** What it is called, for telling equal labels; never printed. */
  readonly label: string
  /** By measure: what it states; null where it says nothing, undefined where it cannot be read. */
  readonly stated: readonly (number | null | undefined)[]
  /** Rows that it says there are; null where it says none. */
  readonly count: number | null
  readonly before: Sums
}

/** Of the rows from the first to some row. */
export interface Sums {
  readonly rows: number
  /** By measure. */
  readonly sums: readonly number[]
  /** By measure: rows whose amount could not be read. */
  readonly unread: readonly number[]
  /** By measure: rows whose amount was rounded. */
  readonly rounded: readonly number[]
}

/** One stated number beside the rows that it is of. */
export interface Comparison {
  readonly row: number
  /** Index of the measure, or `rows` for a count. */
  readonly measure: number | 'rows'
  /** Stated less summed up, in hundredths (rows for a count); null where it cannot be compared. */
  readonly difference: number | null
  /** How many rows it was compared with. */
  readonly rows: number
}

/**
 * Compares every number that rows of totals state. Which rows a total is of is not said: it is read in one of the ways
 * of `readingsOf`: the first of those under which the fewest of its numbers differ and the most hold.
 */
export function compareTotals(totals: readonly TotalRow[], end: Sums): Comparison[] {
  const levels = levelsOf(totals)
  return totals.flatMap((total, index) => {
    const readings = readingsOf({ totals, levels, index, end }).map(({ from, to }) =>
      comparedWith(total, from, to),
    )
    const unequal = readings.map((reading) => reading.filter(isUnequal).length)
    const best = Math.min(...unequal)
    const held = readings.map((reading, place) =>
      unequal[place] === best ? reading.filter(({ difference }) => difference === 0).length : -1,
    )
    return readings[held.indexOf(Math.max(...held))] ?? []
  })
}

function isUnequal({ difference }: Comparison): boolean {
  return difference !== null && difference !== 0
}

const nothing: Sums = { rows: 0, sums: [], unread: [], rounded: [] }

/** Totals that follow each other with no row between are of ever larger groups. */
function levelsOf(totals: readonly TotalRow[]): number[] {
  const levels: number[] = []
  for (const [index, total] of totals.entries()) {
    const above = totals[index - 1]
    const follows = above?.before.rows === total.before.rows
    levels.push(follows ? (levels[index - 1] ?? 0) + 1 : 0)
  }
  return levels
}

interface Place {
  readonly totals: readonly TotalRow[]
  readonly levels: readonly number[]
  readonly index: number
  readonly end: Sums
}

/**
 * The rows that a total may be of, most likely first: those since the last total of its level or a higher one; since
 * the last total with rows between; since the last one of the same label (a report pasted below another); all so far; and,
 * where it stands above all rows, all of them.
 */
function readingsOf({ totals, levels, index, end }: Place): { from: Sums; to: Sums }[] {
  const total = totals[index]
  if (total === undefined) return []
  const to = total.before
  const sinceLast = (is: (place: number) => boolean): { from: Sums; to: Sums } => {
    const place = totals.findLastIndex((_, at) => at < index && is(at))
    return { from: totals[place]?.before ?? nothing, to }
  }
  const readings = [
    sinceLast((at) => (levels[at] ?? 0) >= (levels[index] ?? 0)),
    sinceLast((at) => (totals[at]?.before.rows ?? 0) < to.rows),
    sinceLast((at) => totals[at]?.label === total.label),
    { from: nothing, to },
  ]
  return to.rows === 0 ? [...readings, { from: nothing, to: end }] : readings
}

function comparedWith(total: TotalRow, from: Sums, to: Sums): Comparison[] {
  const { row, stated, count } = total
  const rows = to.rows - from.rows
  const sums = stated.flatMap((number, measure): Comparison[] => {
    if (number === null) return []
    const between = (kind: 'sums' | 'unread' | 'rounded'): number =>
      (to[kind][measure] ?? 0) - (from[kind][measure] ?? 0)
    if (number === undefined || between('unread') > 0) return [{ row, measure, difference: null, rows }]
    const sum = between('sums')
    // Some reports state the sum of their negative payments without the sign.
    const difference = number === -sum ? 0 : number - sum
    // Each rounded number is off by half a hundredth at most.
    const isNoise = Math.abs(difference) <= between('rounded') / 2
    return [{ row, measure, difference: isNoise ? 0 : difference, rows }]
  })
  return count === null ? sums : [...sums, { row, measure: 'rows', difference: count - rows, rows }]
}
