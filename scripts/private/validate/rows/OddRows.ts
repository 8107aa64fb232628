import { columnLetter } from '../../../a1/columnLetter.ts'
import { formatMoney } from '../../../../src/format/formatMoney.ts'
import type { RecognisedWhole } from '../../recognise/recognition.ts'
import { tabLabel } from '../../recognise/tabLabel.ts'
import type { Row } from '../../sources/source.ts'
import { columnCaster } from '../casts/columnCaster.ts'
import { moneyCast } from '../casts/moneyCast.ts'
import type { StagedRows } from './StagedRows.ts'
import type { TabPlan } from './tabPlan.ts'

/** Fewer rows say nothing of a whole column. */
const fewestRows = 10

/** Counts rows that are readable one by one and look wrong together: cut otherwise than their header, or sorted apart. */
export class OddRows {
  readonly #plan: TabPlan
  #longer = 0
  #dated = 0
  #before = 0
  readonly #centsOf = columnCaster(moneyCast)
  readonly #unequal = new Map<RecognisedWhole, { readonly first: number; rows: number; cents: number }>()

  constructor(plan: TabPlan) {
    this.#plan = plan
  }

  /** Takes a data row as it stands: is it longer than its header? */
  countCells(row: Row): void {
    const { length } = this.#plan.recognised.headers
    if (length > 0 && row.slice(length).some((cell) => cell !== null && cell !== '')) this.#longer++
  }

  /** Takes a data row as it stands: does what it says in one sum agree with what it says in parts? */
  countWholes(row: Row, number: number): void {
    for (const whole of this.#plan.recognised.part?.wholes ?? []) {
      const sum = this.#centsOf(row[whole.index] ?? null)
      const parts = whole.of.map(({ index }) => this.#centsOf(row[index] ?? null))
      // A blank sum says nothing, and a part that cannot be read is rejected where it is read.
      if (typeof sum !== 'number' || parts.some((part) => typeof part === 'object' && part !== null)) continue
      const cents =
        sum - parts.reduce<number>((total, part) => total + (typeof part === 'number' ? part : 0), 0)
      if (cents === 0) continue
      const held = this.#unequal.get(whole) ?? { first: number, rows: 0, cents: 0 }
      this.#unequal.set(whole, { first: held.first, rows: held.rows + 1, cents: held.cents + cents })
    }
  }

  /** Takes rows as they were read: posted before the day of service? */
  countDates(rows: StagedRows): void {
    const [served, posted] = [rows.columns.service_date, rows.columns.post_date]
    if (!served || !posted) return
    for (const [row, day] of served.entries()) {
      const post = posted[row]
      if (typeof day !== 'string' || typeof post !== 'string') continue
      this.#dated++
      // Days are written so that they sort as text.
      if (post < day) this.#before++
    }
  }

  /** What to say of the tab; never a cell. */
  warnings(): string[] {
    const { tab } = this.#plan.recognised
    const label = tabLabel(tab)
    const longer =
      this.#longer === 0
        ? []
        : [
            `Tab ${label}: ${this.#longer} ${this.#longer === 1 ? 'row has' : 'rows have'} more cells than the header; what has no header is not read. Check that the header stands over the right columns.`,
          ]
    const unequal = [...this.#unequal].map(([{ index, header, of }, { first, rows, cents }]) => {
      const parts =
        of.length > 4 ? `its ${of.length} parts` : of.map((part) => `"${part.header}"`).join(' + ')
      const place = tab.origin?.(first, index) ?? { row: first, column: index }
      const many = rows === 1 ? `row ${place.row}` : `${rows} rows (the first is row ${place.row})`
      const is =
        of.length === 0
          ? 'has parts for which there are no columns'
          : `is not the sum of ${parts}: together it is ${formatMoney(cents, 'exact')} away`
      return `Tab ${label}: in ${many} column ${columnLetter(place.column ?? index)} ("${header}") ${is}. Only the parts are read, so money may be missing.`
    })
    const told = [...longer, ...unequal]
    const apart = this.#dated >= fewestRows && this.#before * 2 > this.#dated
    return apart
      ? [
          ...told,
          `Tab ${label}: ${this.#before} of ${this.#dated} rows were posted before their day of service. One of the two columns may have been sorted alone, or has the other's header.`,
        ]
      : told
  }
}
