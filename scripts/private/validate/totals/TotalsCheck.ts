import type { TotalsHealth } from '../../../../src/bundle/bundle.ts'
import { columnLetter } from '../../../a1/columnLetter.ts'
import { SyncError } from '../../../errors/SyncError.ts'
import { counted } from '../../../words/counted.ts'
import type { StagedValue } from '../../ledger/ledger.ts'
import { headerKey } from '../../recognise/normaliseHeader.ts'
import { tabLabel } from '../../recognise/tabLabel.ts'
import { isFilled, textOf } from '../../sources/isFilled.ts'
import type { Cell, Row } from '../../sources/source.ts'
import { CastProblem } from '../casts/cast.ts'
import type { FieldPlan, TabPlan } from '../rows/tabPlan.ts'
import { compareTotals, type Comparison, type Sums, type TotalRow } from './compareTotals.ts'
import { countIn } from './countIn.ts'

/** A column whose totals are compared: amounts, hours and units. */
interface Measure {
  readonly column: number
  readonly header: string
  readonly plan: FieldPlan
}

/** What came of a tab's own totals. */
export interface TotalsOutcome {
  readonly health: TotalsHealth
  readonly refusals: readonly SyncError[]
  readonly warnings: readonly string[]
}

/** So many differences of one tab are told one by one. */
const mostTold = 10

/** Adds up the rows of a tab and compares them with the rows of totals between and below them. */
export class TotalsCheck {
  readonly #plan: TabPlan
  readonly #measures: readonly Measure[]
  readonly #totals: TotalRow[] = []
  readonly #sums: number[]
  readonly #unread: number[]
  readonly #rounded: number[]
  #rows = 0

  constructor(plan: TabPlan) {
    this.#plan = plan
    this.#measures = measuresOf(plan)
    const zeros = (): number[] => this.#measures.map(() => 0)
    this.#sums = zeros()
    this.#unread = zeros()
    this.#rounded = zeros()
  }

  /** Takes a row of data, whether it counts further on or not. */
  addRow(row: Row): void {
    this.#rows++
    for (const [index, { column, plan }] of this.#measures.entries()) {
      const cell = row[column] ?? null
      const value = hundredthsOf(plan, cell)
      if (value === undefined) add(this.#unread, index, 1)
      else if (value !== null) add(this.#sums, index, value)
      if (isRounded(plan, cell)) add(this.#rounded, index, 1)
    }
  }

  /** Takes a row of totals; of other rows that are no data, those that say how many rows there are. */
  addAside(row: Row, number: number, isTotal: boolean): void {
    const count = countIn(row)
    if (count === null && !isTotal) return
    const stated = this.#measures.map(({ column, plan }) =>
      count === null ? hundredthsOf(plan, row[column] ?? null) : null,
    )
    if (count === null && stated.every((value) => value === null)) return
    const label = headerKey(row.map(textOf).find((text) => text !== '') ?? '')
    this.#totals.push({ row: number, label, stated, count, before: this.#sumsSoFar() })
  }

  outcome(): TotalsOutcome {
    const all = compareTotals(this.#totals, this.#sumsSoFar())
    const { acceptedDifferences: accepted = [] } = this.#plan.recognised
    const used = new Set<(typeof accepted)[number]>()
    const isAccepted = ({ measure, difference }: Comparison): boolean => {
      const found = accepted.find(
        (one) =>
          headerKey(one.column) === headerKey(this.#headerOf(measure)) &&
          Math.round(one.difference * scaleOf(measure)) === difference,
      )
      if (found) used.add(found)
      return found !== undefined
    }
    const unread = all.filter(({ difference }) => difference === null)
    const unequal = all.filter(({ difference }) => difference !== null && difference !== 0)
    const open = unequal.filter((one) => !isAccepted(one))
    return {
      health: {
        held: all.length - unread.length - unequal.length,
        accepted: unequal.length - open.length,
        unread: unread.length,
      },
      refusals: this.#refusals(open),
      warnings: [...this.#unreadWarning(unread), ...this.#unused(accepted.filter((one) => !used.has(one)))],
    }
  }

  #sumsSoFar(): Sums {
    return {
      rows: this.#rows,
      sums: [...this.#sums],
      unread: [...this.#unread],
      rounded: [...this.#rounded],
    }
  }

  #headerOf(measure: number | 'rows'): string {
    return measure === 'rows' ? 'rows' : (this.#measures[measure]?.header ?? '')
  }

  #refusals(open: readonly Comparison[]): SyncError[] {
    const { tab } = this.#plan.recognised
    const told = open.slice(0, mostTold).map((one) => {
      const difference = textOfDifference(one)
      const where = this.#placeOf(one)
      if (one.rows === 0) {
        return new SyncError(
          `Tab ${tabLabel(tab)}, ${where}: a total with no row that it could be of.`,
          'Rows are missing or hidden above it. Paste the report again, whole; or delete the row if it is no total of these rows.',
        )
      }
      const asked = `accept_difference: [{ column: ${JSON.stringify(this.#headerOf(one.measure))}, difference: ${difference} }]`
      return new SyncError(
        `Tab ${tabLabel(tab)}, ${where}: what it states and the rows that it is of differ by ${difference} (stated less counted, ${counted(one.rows, 'row')}).`,
        `Rows are missing, filtered out or pasted twice, or a cell was changed: export the report again and paste it whole. If the difference is known and right, write ${asked} into the tab's entry under "tabs" in the config.`,
      )
    })
    const [first] = told
    const more = open.length - told.length
    if (!first || more === 0) return told
    return [
      ...told,
      new SyncError(`Tab ${tabLabel(tab)}: ${more} more totals differ from their rows.`, first.hint),
    ]
  }

  #placeOf({ row, measure }: Comparison): string {
    const { tab } = this.#plan.recognised
    const column = measure === 'rows' ? null : (this.#measures[measure]?.column ?? null)
    const at = tab.origin?.(row, column) ?? { row, column }
    if (at.column === null) return `row ${at.row} (the number of rows)`
    return `cell ${columnLetter(at.column)}${at.row} ("${this.#headerOf(measure)}")`
  }

  #unreadWarning(unread: readonly Comparison[]): string[] {
    const [first] = unread
    if (first === undefined) return []
    const one = unread.length === 1
    return [
      `Tab ${tabLabel(this.#plan.recognised.tab)}: ${one ? 'a total' : `${unread.length} totals`} (the first in ${this.#placeOf(first)}) could not be compared, because an amount in ${one ? 'its' : 'their'} column cannot be read.`,
    ]
  }

  #unused(unused: readonly { readonly column: string }[]): string[] {
    return unused.map(
      ({ column }) =>
        `Tab ${tabLabel(this.#plan.recognised.tab)}: the config accepts a difference of a total in column "${column}" that is not there (any more). Delete it under "accept_difference".`,
    )
  }
}

function measuresOf({ fields, recognised }: TabPlan): Measure[] {
  const columns = Map.groupBy(fields, ({ field }) => field)
  return fields.flatMap((plan): Measure[] => {
    const { field, contract, column } = plan
    const header = recognised.columns.find(({ index }) => index === column)?.header ?? field
    const counts = contract.kind === 'money' || contract.kind === 'hours' || field === 'units'
    // Of several columns of one field the first with a filled cell counts, so that no column adds up by itself.
    return counts && column !== null && columns.get(field)?.length === 1 ? [{ column, header, plan }] : []
  })
}

/** Hundredths of a cell; null if it is blank, undefined if it cannot be read. */
function hundredthsOf({ contract, cast }: FieldPlan, cell: Cell): number | null | undefined {
  if (!isFilled(cell)) return null
  const value: StagedValue | CastProblem = cast(cell)
  if (value instanceof CastProblem) return undefined
  if (typeof value !== 'number') return null
  return contract.kind === 'money' || contract.kind === 'hours' ? value : Math.round(value * 100)
}

/** Money is exact or no amount; hours may be rounded (7.333, 7:20). */
function isRounded({ contract }: FieldPlan, cell: Cell): boolean {
  if (contract.kind !== 'hours') return false
  if (typeof cell === 'number') return Math.abs(cell * 100 - Math.round(cell * 100)) > 1e-6
  return /:|\.\d{3,}/.test(textOf(cell))
}

function add(sums: number[], index: number, value: number): void {
  sums[index] = (sums[index] ?? 0) + value
}

function scaleOf(measure: number | 'rows'): number {
  return measure === 'rows' ? 1 : 100
}

/** As it is written into the config: `-12.34`, `2`. */
function textOfDifference({ measure, difference }: Comparison): string {
  return measure === 'rows' ? String(difference) : ((difference ?? 0) / 100).toFixed(2)
}
