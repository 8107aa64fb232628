import type { Field } from '../../contracts/contract.ts'
import { contracts } from '../../contracts/contracts.ts'
import type { StagedValue } from '../../ledger/ledger.ts'
import type { RecognisedPart, RecognisedTab } from '../../recognise/recognition.ts'
import type { Cell, Row } from '../../sources/source.ts'
import { booleanCast } from '../casts/booleanCast.ts'
import { CastProblem } from '../casts/cast.ts'
import { castOfField } from '../casts/castOfField.ts'
import { valueKey } from '../casts/choiceCast.ts'
import { columnCaster } from '../casts/columnCaster.ts'
import { toText } from '../casts/toText.ts'
import type { ValueMaps } from '../values/ValueMaps.ts'
import type { RowShape } from './classifyRow.ts'
import { kindReaders, type RowReader } from './kindReaders.ts'

/** How one field of a tab is read. */
export interface FieldPlan {
  readonly field: string
  readonly contract: Field
  /** 0 is column A; null for a constant. */
  readonly column: number | null
  readonly constant: Cell
  readonly cast: (cell: Cell) => StagedValue | CastProblem
  /** Reads the row as a whole, where one cell does not say it; `column` is the one that a problem names. */
  readonly ofRow?: RowReader
  /** Counts only where an earlier column of the field is blank, and is not looked at elsewhere. */
  readonly isFallback?: boolean
  /** Columns whose texts are cast together, `column` among them; left out where it is one. */
  readonly joined?: readonly number[]
}

/** How a tab is read. */
export interface TabPlan {
  readonly recognised: RecognisedTab
  readonly fields: readonly FieldPlan[]
  readonly required: readonly string[]
  readonly shape: RowShape
  /** Plans of the columns that hold the control amount, or null. */
  readonly control: readonly FieldPlan[] | null
  /** Plans of which one must hold something but 0, in a row that has anything of this part of a report; or null. */
  readonly onlyWith: readonly FieldPlan[] | null
}

/** Decides once for each tab how its cells are read. */
export function planTab(recognised: RecognisedTab, maps: ValueMaps, timeZone: string): TabPlan {
  const { dataset, columns, constants, fillDown, part } = recognised
  const contract = contracts[dataset]
  const plan = (field: string, column: number | null, constant: Cell): FieldPlan[] => {
    const header = columns.find(({ index }) => index === column)?.header
    const fieldContract = contract.fields[field]
    if (!fieldContract) return []
    const lookup = maps.ofField(field, fieldContract)
    const cast = columnCaster(castOfField(field, fieldContract, { timeZone, lookup, header }))
    const means = columns.find((one) => one.index === column && one.field === field)?.means
    const one = { field, contract: fieldContract, column, constant, cast }
    const { kinds } = part ?? {}
    if (kinds?.field === field && column !== null) {
      const readers = kindReaders(kinds, cast)
      return [{ ...one, ofRow: column === kinds.exact ? readers.exact : readers.rough }]
    }
    if (means === undefined) {
      const first = columns.find((other) => other.field === field)
      const isFallback = fieldContract.kind === 'choice' && first !== undefined && first.index !== column
      return [isFallback ? { ...one, isFallback } : one]
    }
    const isYes = columnCaster(booleanCast)
    const flag = (cell: Cell) => {
      const yes = isYes(cell)
      return yes === true ? means : yes instanceof CastProblem ? yes : null
    }
    return [{ ...one, cast: flag }]
  }
  const read = [
    ...columns.flatMap(({ field, index }) => plan(field, index, null)),
    ...Object.entries(constants).flatMap(([field, value]) => plan(field, null, value)),
    ...(part?.numbered
      ? numberPlan(plan(part.numbered.field, part.numbered.indexes[0] ?? null, null), part)
      : []),
  ]
  const fields = dataset === 'payroll' && part === null ? withNamedEarnings(read, plan) : read
  const required = Object.keys(contract.fields).filter((field) => contract.fields[field]?.required)
  return {
    recognised,
    fields,
    required,
    shape: shapeOf(recognised, fields, fillDown),
    control: controlOf(fields, contract.control),
    onlyWith: part?.onlyWith == null ? null : fields.filter(({ field }) => part.onlyWith?.includes(field)),
  }
}

/** What a row has of a field by one of its columns, or as a constant. */
export function readField(row: Row, { column, constant, cast, ofRow }: FieldPlan): StagedValue | CastProblem {
  if (ofRow) return ofRow(row)
  return cast(column === null ? constant : (row[column] ?? null))
}

/** Numbers with the part's name behind them: what one line holds several times over is told apart by it. */
function numberPlan(plans: readonly FieldPlan[], { name, numbered }: RecognisedPart): FieldPlan[] {
  return plans.map((plan) => ({
    ...plan,
    joined: numbered?.indexes ?? [],
    cast: (cell) => {
      const number = plan.cast(cell)
      if (number === null && plan.field !== 'txn_id') return name
      return typeof number === 'string' ? `${number} ${name}` : number
    },
  }))
}

/**
 * The fields of a payroll tab; where a line has no check's number, it has the name of its earning for one: two names of one
 * earning (`VAC` and `Personal` are both paid time off) are two lines, not one that was corrected.
 */
function withNamedEarnings(
  fields: readonly FieldPlan[],
  plan: (field: string, column: number | null, constant: Cell) => readonly FieldPlan[],
): readonly FieldPlan[] {
  const earning = fields.find(({ field, column }) => field === 'earning_code' && column !== null)
  if (!earning) return fields
  const own = fields.find(({ field }) => field === 'check_seq')
  const ofRow: RowReader = (row) => (own ? readField(row, own) : null) ?? nameIn(row, earning)
  return [
    ...fields.filter((one) => one !== own),
    ...(own ? [own] : plan('check_seq', earning.column, null)).map((one) => ({ ...one, ofRow })),
  ]
}

/** The word that names an earning, however it is spelled; null where there is none. */
function nameIn(row: Row, { column }: FieldPlan): string | null {
  const cell = column === null ? null : (row[column] ?? null)
  return cell === null || typeof cell === 'object' ? null : valueKey(toText(cell)) || null
}

const groupFields: readonly string[] = ['payer', 'payer_class', 'provider', 'location']

function shapeOf(
  recognised: RecognisedTab,
  fields: readonly FieldPlan[],
  fillDown: readonly string[],
): RowShape {
  const indexes = (chosen: (plan: FieldPlan) => boolean) =>
    fields.filter(chosen).flatMap(({ column }) => (column === null ? [] : [column]))
  return {
    columns: recognised.columns.map(({ index, header }) => ({ index, header })),
    ids: indexes(({ contract }) => contract.kind === 'id'),
    groups: indexes(({ field }) => groupFields.includes(field)),
    required: indexes(({ field, contract }) => contract.required && !fillDown.includes(field)),
  }
}

/** A combined billing tab may hold its amount in one of several columns. */
function controlOf(fields: readonly FieldPlan[], control: string | null): FieldPlan[] | null {
  if (control === null) return null
  const own = fields.filter(({ field }) => field === control)
  return own.length > 0 ? own : fields.filter(({ field }) => field.endsWith('_amount'))
}
