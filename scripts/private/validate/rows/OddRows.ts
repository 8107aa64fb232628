import { tabLabel } from '../../recognise/tabLabel.ts'
import type { Row } from '../../sources/source.ts'
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

  constructor(plan: TabPlan) {
    this.#plan = plan
  }

  /** Takes a data row as it stands: is it longer than its header? */
  countCells(row: Row): void {
    const { length } = this.#plan.recognised.headers
    if (length > 0 && row.slice(length).some((cell) => cell !== null && cell !== '')) this.#longer++
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
    const label = tabLabel(this.#plan.recognised.tab)
    const longer =
      this.#longer === 0
        ? []
        : [
            `Tab ${label}: ${this.#longer} ${this.#longer === 1 ? 'row has' : 'rows have'} more cells than the header; what has no header is not read. Check that the header stands over the right columns.`,
          ]
    const apart = this.#dated >= fewestRows && this.#before * 2 > this.#dated
    return apart
      ? [
          ...longer,
          `Tab ${label}: ${this.#before} of ${this.#dated} rows were posted before their day of service. One of the two columns may have been sorted alone, or has the other's header.`,
        ]
      : longer
  }
}
