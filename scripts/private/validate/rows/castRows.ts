import type { StagedValue } from '../../ledger/ledger.ts'
import type { Cell, Row } from '../../sources/source.ts'
import { CastProblem } from '../casts/cast.ts'
import { unknownValue } from '../casts/choiceCast.ts'
import { toText } from '../casts/toText.ts'
import type { UnknownLog } from '../logs/UnknownLog.ts'
import type { PayerDirectory } from '../values/PayerDirectory.ts'
import { StagedRows } from './StagedRows.ts'
import type { FieldPlan, TabPlan } from './tabPlan.ts'

/** Data rows of a tab, with their row numbers. */
export interface RawRows {
  readonly rows: readonly Row[]
  readonly numbers: readonly number[]
}

export interface CastContext {
  readonly unknowns: UnknownLog
  readonly payers: PayerDirectory
}

/** Casts a chunk column by column; problems and values that no map knows are kept with their rows. */
export function castRows(raw: RawRows, plan: TabPlan, context: CastContext): StagedRows {
  const staged = new StagedRows(raw.numbers)
  for (const field of plan.fields) {
    const held = staged.columns[field.field]
    const values = raw.rows.map((row, index) => {
      if (field.isFallback && (held?.[index] != null || staged.hasProblem(index, field.field))) return null
      const cell = cellOf(row, field)
      const value = field.ofRow ? field.ofRow(row) : field.cast(cell)
      return value instanceof CastProblem
        ? settleProblem(staged, index, { field, cell, problem: value, context })
        : value
    })
    staged.columns[field.field] = held
      ? held.map((one, index) => eitherMark(one, values[index] ?? null))
      : values
  }
  return staged
}

function cellOf(row: Row, { column, constant, joined = [] }: FieldPlan): Cell {
  if (joined.length < 2) return column === null ? constant : (row[column] ?? null)
  const texts = joined.map((index) => row[index] ?? null).filter((cell) => cell !== null && cell !== '')
  // An error in any of them is the error of all.
  const error = texts.find((cell) => typeof cell === 'object')
  return error ?? (texts.length === 0 ? null : texts.map((cell) => toText(cell as string)).join(' '))
}

interface Finding {
  readonly field: FieldPlan
  readonly cell: Cell
  readonly problem: CastProblem
  readonly context: CastContext
}

/** What stands for a cell that could not be cast: a stand-in that is counted, or null and a rejected row. */
function settleProblem(staged: StagedRows, row: number, finding: Finding): StagedValue {
  const { field: plan, cell, problem, context } = finding
  const { field, contract, column } = plan
  if (problem.rule === unknownValue) {
    const value = cell === null || typeof cell === 'object' ? '' : toText(cell)
    if (contract.unmapped === 'refuse') {
      staged.unknown.push({ row, field, value, column })
      context.unknowns.add(field, contract, { column, row: staged.numbers[row] ?? 0 })
    } else if (!contract.required) {
      const standIn = standInOf(plan, cell, context.payers)
      if (standIn.counted) staged.unmapped.push({ row, field, value, column })
      return standIn.value
    }
  }
  staged.reject(row, { column, field, rule: problem.rule, fix: fixOf(problem, contract.required) })
  return null
}

/** Nobody is told to empty a cell that must be filled. */
function fixOf(problem: CastProblem, required: boolean): string {
  return required
    ? problem.fix.replace(/,? or leave the cell empty[^.]*(?=\.)|; leave the cell empty[^.]*(?=\.)/, '')
    : problem.fix
}

/** A payer's name in the class column is looked up; any other unknown word counts as unmapped. */
function standInOf({ contract }: FieldPlan, cell: Cell, payers: PayerDirectory) {
  if (contract.resolve === 'payer' && typeof cell === 'string') {
    const value = payers.classOf(toText(cell))
    return { value, counted: value === 'unmapped' }
  }
  const standIns = contract.map || contract.resolve || contract.unmapped ? ['unmapped', 'unknown'] : []
  return { value: contract.values?.find((value) => standIns.includes(value)) ?? null, counted: true }
}

/** Several columns may mark a test patient; one mark is enough. */
function eitherMark(a: StagedValue, b: StagedValue): StagedValue {
  if (a === true || b === true) return true
  return a ?? b
}
