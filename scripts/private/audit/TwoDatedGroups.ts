import type { TwoDatedRows } from '../ledger/ledger.ts'
import { edgeGroup, type EdgeGroup } from './edgeGroup.ts'
import { valueOf, type Timeline } from './publishedPieces.ts'

/** The two-dated rows of sets of values, each looked up once. */
export class TwoDatedGroups {
  private readonly known = new Map<string, EdgeGroup>()
  private last: EdgeGroup | undefined
  private readonly places = new Map<string, ReadonlyMap<string, readonly number[]>>()
  private readonly rows: TwoDatedRows
  /** Of each month of the rows, the number of its end. */
  private readonly ends: readonly number[]
  private readonly timeline: Timeline

  constructor(rows: TwoDatedRows, timeline: Timeline) {
    this.rows = rows
    this.timeline = timeline
    this.ends = rows.monthNames.map((month) => timeline.indexOf(month) + 1)
  }

  /** The rows of a measure whose value of the dimension is one of the set's. */
  group(measure: number, dimension: string, values: ReadonlySet<string>): EdgeGroup {
    const name = [measure, dimension, ...[...values].sort()].join('\n')
    const known = this.known.get(name)
    // The rows of many sets at once would be many times all there are.
    if (this.last !== known) this.last?.release()
    this.last = known
    if (known !== undefined) return known
    const inside = (): number[] => {
      const byValue = this.byValue(measure, dimension)
      return [...values].flatMap((value) => byValue.get(value) ?? [])
    }
    const made = edgeGroup(this.rows, { inside, ends: this.ends, boundaries: this.timeline.length + 1 })
    this.known.set(name, made)
    this.last = made
    return made
  }

  /** The values of a dimension that have rows of a measure; of the whole practice, "". */
  values(measure: number, dimension: string): string[] {
    return [...this.byValue(measure, dimension).keys()]
  }

  /** How many rows a value has. */
  size(measure: number, dimension: string, value: string): number {
    return this.byValue(measure, dimension).get(value)?.length ?? 0
  }

  private byValue(measure: number, dimension: string): ReadonlyMap<string, readonly number[]> {
    const name = `${String(measure)} ${dimension}`
    const known = this.places.get(name)
    if (known !== undefined) return known
    const { rows } = this
    const column = rows.values[rows.cut.findIndex((one) => one === dimension)]
    const found = new Map<string, number[]>()
    for (let row = 0; row < rows.measure.length; row += 1) {
      if (rows.measure[row] !== measure || rows.served[row] === rows.posted[row]) continue
      const value = column === undefined ? '' : valueOf([column.names[column.codes[row] ?? -1] ?? ''])
      const own = found.get(value)
      if (own === undefined) found.set(value, [row])
      else own.push(row)
    }
    this.places.set(name, found)
    return found
  }
}
