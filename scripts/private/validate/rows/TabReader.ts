import { contracts } from '../../contracts/contracts.ts'
import type { Cell, Row } from '../../sources/source.ts'
import type { StagedBatch, StagedValue } from '../../ledger/ledger.ts'
import { columnLetter } from '../../../a1/columnLetter.ts'
import { tabLabel } from '../../recognise/tabLabel.ts'
import type { FillContext } from '../fill/fillContext.ts'
import { fillRows } from '../fill/fillRows.ts'
import { RejectLog } from '../logs/RejectLog.ts'
import { UnknownLog } from '../logs/UnknownLog.ts'
import type { UnmappedLog } from '../logs/UnmappedLog.ts'
import { TotalsCheck } from '../totals/TotalsCheck.ts'
import { castRows, type RawRows } from './castRows.ts'
import { classifyRow } from './classifyRow.ts'
import { FillDown } from './FillDown.ts'
import { OddRows } from './OddRows.ts'
import { SecondHeader } from './SecondHeader.ts'
import type { StagedRows } from './StagedRows.ts'
import { TabAccount } from './TabAccount.ts'
import type { TabPlan } from './tabPlan.ts'
import { unmappedRow } from './unmappedRow.ts'

/** Reads the rows of one tab: sorts out what is not data, casts, fills, and accounts for every row. */
export class TabReader {
  readonly account = new TabAccount()
  readonly rejects: RejectLog
  readonly unknowns = new UnknownLog()
  readonly totals: TotalsCheck
  readonly #plan: TabPlan
  readonly #fill: FillContext
  readonly #unmapped: UnmappedLog
  readonly #fillDown: FillDown
  readonly #odd: OddRows
  readonly #secondHeader: SecondHeader
  readonly #decimalIds = new Map<string, number>()
  #number = 0
  #rows: Row[] = []
  #numbers: number[] = []

  constructor(plan: TabPlan, fill: FillContext, unmapped: UnmappedLog) {
    this.#plan = plan
    this.#fill = fill
    this.#unmapped = unmapped
    this.#fillDown = new FillDown(plan)
    this.#odd = new OddRows(plan)
    this.totals = new TotalsCheck(plan)
    this.#secondHeader = new SecondHeader(plan)
    this.rejects = new RejectLog(plan.recognised.tab)
  }

  /** Rows read so far, the header's and what stands above it included. */
  get rowNumber(): number {
    return this.#number
  }

  /** Data rows that wait for `take`. */
  get waiting(): number {
    return this.#rows.length
  }

  /** Takes the next row of the tab. */
  add(row: Row): void {
    const { recognised, shape } = this.#plan
    this.#number++
    if (this.#number <= recognised.headerRow) return
    this.account.read++
    const kind = classifyRow(row, shape)
    if (kind === 'data') {
      this.#odd.countWholes(row, this.#number)
      this.totals.addRow(row)
    } else if (kind !== 'blank') this.totals.addAside(row, this.#number, kind === 'total')
    if (kind === 'furniture') this.#fillDown.heading(row)
    if (kind === 'total') this.#leaveOut(row)
    else if (kind === 'blank') this.account.add('blank', null)
    else if (kind === 'furniture') this.#leaveOut(row)
    else if (hasNothing(row, this.#plan.onlyWith)) this.account.add('blank', null)
    else this.#addData(row)
  }

  /** Casts and fills the waiting rows, accounts for them, and returns those for the ledger. */
  take(): StagedBatch {
    const raw = { rows: this.#rows, numbers: this.#numbers }
    this.#rows = []
    this.#numbers = []
    const staged = castRows(raw, this.#plan, { unknowns: this.unknowns, payers: this.#fill.payers })
    this.#secondHeader.reject(staged, raw)
    this.#countDecimalIds(raw)
    this.#odd.countDates(staged)
    fillRows(staged, this.#fill)
    this.#requireFilled(staged)
    return this.#batch(staged, this.#sortOut(staged))
  }

  /** What a person should know although no row was rejected for it. */
  warnings(): string[] {
    const decimals = [...this.#decimalIds].map(
      ([where, rows]) =>
        `Tab ${tabLabel(this.#plan.recognised.tab)}, ${where}: ${rows} ${rows === 1 ? 'number has' : 'numbers have'} a decimal point, so a zero at the end may be lost. Format the column as text.`,
    )
    return [...decimals, ...this.#odd.warnings()]
  }

  #addData(row: Row): void {
    const filled = this.#fillDown.data(row)
    const inScope = this.#plan.recognised.scope.every(({ index, values }) =>
      values.has(cellText(filled[index] ?? null)),
    )
    if (!inScope) {
      this.#leaveOut(filled)
      return
    }
    this.#odd.countCells(filled)
    this.#rows.push(filled)
    this.#numbers.push(this.#number)
  }

  #leaveOut(row: Row): void {
    const cents = this.#controlOf(row)
    if (cents !== null) this.account.readCents += cents
    this.account.add('outOfScope', cents)
  }

  /** Control cents of a row that is not cast as a whole; null where there is no amount to be read. */
  #controlOf(row: Row): number | null {
    const cents = (this.#plan.control ?? [])
      .map(({ column, constant, cast }) => cast(column === null ? constant : (row[column] ?? null)))
      .filter((value) => typeof value === 'number')
    // A billing line has one amount in one of several columns, gross pay is the sum of its parts.
    if (this.#fill.dataset === 'billing') return cents.find((one) => one !== 0) ?? cents[0] ?? null
    return cents.length === 0 ? null : cents.reduce((sum, one) => sum + one, 0)
  }

  #requireFilled(staged: StagedRows): void {
    for (const field of this.#plan.required) {
      const column = this.#plan.fields.find((plan) => plan.field === field)?.column ?? null
      const values = staged.column(field)
      for (const [row, value] of values.entries()) {
        if (value !== null || staged.hasProblem(row, field)) continue
        const fix = 'Fill the cell: a row without it cannot be counted.'
        staged.reject(row, { column, field, rule: blankRule, fix })
      }
    }
  }

  /** Accounts for every row of the chunk; returns the positions of those for the ledger. */
  #sortOut(staged: StagedRows): number[] {
    const control = this.#plan.control === null ? undefined : staged.columns[this.#controlField()]
    const included: number[] = []
    const isIncluded = new Uint8Array(staged.numbers.length)
    for (const [row, number] of staged.numbers.entries()) {
      const cents = centsOf(control?.[row])
      const problems = staged.problems.get(row)
      this.account.readCents += cents ?? 0
      if (staged.get('is_test', row) === true) this.account.add('outOfScope', cents)
      else if (problems) {
        if (this.#isUnreadable(staged, row)) this.account.unreadable++
        this.rejects.add(number, problems)
        this.account.add('quarantined', cents)
      } else {
        this.account.add('staged', cents)
        included.push(row)
        isIncluded[row] = 1
      }
    }
    const kept = staged.unmapped.filter((note) => isIncluded[note.row] === 1)
    for (const note of kept) this.#unmapped.add(unmappedRow(note, staged, this.#plan))
    for (const note of staged.unknown) this.#unmapped.addUnknown(unmappedRow(note, staged, this.#plan))
    return included
  }

  #isUnreadable(staged: StagedRows, row: number): boolean {
    const fields = this.#plan.control?.map(({ field }) => field) ?? []
    // A missing amount is no unreadable one: only what stands in a column can be misread.
    const problems = staged.problems.get(row)?.filter(({ column }) => column !== null) ?? []
    return problems.some(({ field, rule }) => field !== null && fields.includes(field) && rule !== blankRule)
  }

  #controlField(): string {
    return contracts[this.#plan.recognised.dataset].control ?? ''
  }

  #batch(staged: StagedRows, included: readonly number[]): StagedBatch {
    const { dataset, order } = this.#plan.recognised
    const columns = Object.entries(staged.columns)
      // A name was read only to tell test patients; nothing of it goes further.
      .filter(([field]) => field !== 'is_test')
      .map(([field, values]) => [field, included.map((row): StagedValue => values[row] ?? null)] as const)
    const rowNumbers = included.map((row) => staged.numbers[row] ?? 0)
    return { dataset, tab: order, rowNumbers, columns: Object.fromEntries(columns) }
  }

  #countDecimalIds(raw: RawRows): void {
    for (const { field, contract, column } of this.#plan.fields) {
      if (contract.kind !== 'id' || column === null) continue
      const count = raw.rows.filter((row) => isDecimal(row[column])).length
      if (count === 0) continue
      const where = `column ${columnLetter(column)} (${field})`
      this.#decimalIds.set(where, (this.#decimalIds.get(where) ?? 0) + count)
    }
  }
}

/** Whether a row has nothing of this part of a report; what cannot be read is something. */
function hasNothing(row: Row, plans: TabPlan['onlyWith']): boolean {
  if (plans === null) return false
  return plans.every(({ column, cast }) => {
    const value = cast(column === null ? null : (row[column] ?? null))
    return value === null || value === 0
  })
}

const blankRule = 'blank, and required'

function centsOf(value: StagedValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}

function isDecimal(cell: Cell | undefined): boolean {
  return typeof cell === 'number' && !Number.isInteger(cell)
}

function cellText(cell: Cell): string {
  return cell === null || typeof cell === 'object' ? '' : String(cell).trim()
}
