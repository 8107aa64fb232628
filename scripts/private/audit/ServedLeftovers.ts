import { twoDatedLines, type PersonRows, type TwoDatedLine, type TwoDatedRows } from '../ledger/ledger.ts'
import type { Run } from './cutRuns.ts'
import { linesOf } from './dateFormulas.ts'
import { effectOf } from './lineGroup.ts'
import type { Timeline } from './publishedPieces.ts'
import { Spread } from './Spread.ts'

/** Months of service, and balances of some ages at a month's end. */
export interface ServedAges {
  readonly run: Run
  /** Position of the month in the timeline. */
  readonly at: number
  readonly ages: readonly string[]
  readonly measure: string
}

const other = twoDatedLines.indexOf('other')
const payments: readonly number[] = linesOf('payment').map((line) => twoDatedLines.indexOf(line))

/**
 * What charges of some months of service leave, less the balances of some ages; by person. `paid` are payments that are taken
 * by month of posting in place of all that are matched.
 */
export class ServedLeftovers {
  private readonly rows: TwoDatedRows
  private readonly balances: PersonRows
  private readonly timeline: Timeline
  private readonly paid: readonly TwoDatedLine[] | null
  /** Numbers of the people, those without a key (-1) among them. */
  private readonly places = new Map<number, number>()
  /** By boundary, what all earlier months of service leave of each. */
  private readonly left: readonly Float64Array[]
  private readonly standingAt: ReadonlyMap<string, readonly number[]>
  private readonly answers = new Map<string, boolean>()

  constructor(
    rows: TwoDatedRows,
    balances: PersonRows,
    {
      timeline,
      paid = null,
    }: { readonly timeline: Timeline; readonly paid?: readonly TwoDatedLine[] | null },
  ) {
    this.paid = paid
    this.rows = rows
    this.balances = balances
    this.timeline = timeline
    for (const { person } of [rows, balances]) {
      for (const key of person) if (!this.places.has(key)) this.places.set(key, this.places.size)
    }
    this.left = this.leftByBoundary()
    this.standingAt = Map.groupBy(balances.month.keys(), (row) => monthOf(balances, row))
  }

  /** Whether what differs is somebody's, but too few people's to be shown. */
  isSmall(asked: ServedAges): boolean {
    const text = [...asked.run, asked.at, ...asked.ages, asked.measure].join()
    const answer = this.answers.get(text) ?? this.count(asked)
    this.answers.set(text, answer)
    return answer
  }

  private count({ run, at, ages, measure }: ServedAges): boolean {
    const { balances } = this
    const nets = new Float64Array(this.left[run[1]] ?? [])
    const before = this.left[run[0]]
    for (let place = 0; place < nets.length; place += 1)
      nets[place] = (nets[place] ?? 0) - (before?.[place] ?? 0)
    const column = balances.values[balances.cut.indexOf('age_bucket')]
    for (const row of this.standingAt.get(this.timeline[at] ?? '') ?? []) {
      if (!ages.includes(String(column?.names[column.codes[row] ?? -1]))) continue
      const place = this.places.get(balances.person[row] ?? -1) ?? -1
      nets[place] = (nets[place] ?? 0) - (balances.measures[measure]?.[row] ?? 0)
    }
    const spread = new Spread()
    const keyless = this.places.get(-1)
    for (let place = 0; place < nets.length; place += 1) {
      const cents = nets[place] ?? 0
      if (place !== keyless) spread.addPerson(Math.abs(cents))
      else if (cents !== 0) spread.addKeyless(this.keylessIn(run, at), Math.abs(cents))
    }
    return spread.isSmall
  }

  private leftByBoundary(): Float64Array[] {
    const { rows, timeline, paid } = this
    const isPayment = (row: number): boolean => payments.includes(rows.line[row] ?? -1)
    const byMonth = Map.groupBy(rows.line.keys(), (row) => {
      const date = paid !== null && isPayment(row) ? 'posted' : 'served'
      return rows.monthNames[rows[date][row] ?? -1] ?? ''
    })
    const own = paid?.map((line) => twoDatedLines.indexOf(line))
    const isIn = (row: number): boolean =>
      own !== undefined && isPayment(row) ? own.includes(rows.line[row] ?? -1) : rows.line[row] !== other
    const left = [new Float64Array(this.places.size)]
    for (const [at, month] of timeline.entries()) {
      const sums = Float64Array.from(left[at] ?? [])
      for (const row of byMonth.get(month) ?? []) {
        const place = this.places.get(rows.person[row] ?? -1) ?? -1
        if (isIn(row)) sums[place] = (sums[place] ?? 0) + effectOf(rows, row)
      }
      left.push(sums)
    }
    return left
  }

  /**
   * Of people without a key, the rows that make the difference: other write-offs, and what was posted later. Payments that
   * are not `paid` are not counted: fewer rows are fewer people.
   */
  private keylessIn([from, to]: Run, at: number): number {
    const { rows, timeline } = this
    const last = timeline[at] ?? ''
    const served = new Set(timeline.slice(from, to))
    return [...rows.line.keys()]
      .filter(
        (row) => (rows.person[row] ?? -1) < 0 && served.has(rows.monthNames[rows.served[row] ?? -1] ?? ''),
      )
      .filter((row) => rows.line[row] === other || (rows.monthNames[rows.posted[row] ?? -1] ?? '') > last)
      .reduce((sum, row) => sum + (rows.sourceRows[row] ?? 0), 0)
  }
}

function monthOf({ month, monthNames }: PersonRows, row: number): string {
  return (monthNames[month[row] ?? -1] ?? '').slice(0, 7)
}
