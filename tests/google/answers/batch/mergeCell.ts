import type { CellDetails, StandInCell } from '../../workbook/cell.ts'
import type { FieldMask } from '../fieldMask.ts'
import { refuseUnknownFormula } from '../../workbook/calculate.ts'
import type { StandInTab } from '../../workbook/StandInTab.ts'
import type { WrittenCell } from './cellSchemas.ts'
import { Refusal } from './Refusal.ts'

type Fields = Readonly<Record<string, unknown>>

const longest = 50_000

/** Writes what the mask names into a cell; what is named and not given is cleared. */
export function mergeCell(
  tab: StandInTab,
  place: { readonly row: number; readonly column: number },
  { cell, mask }: { readonly cell: WrittenCell; readonly mask: FieldMask },
): void {
  const { row, column } = place
  if (mask === null || mask.has('userEnteredValue')) tab.grid.set(row, column, writtenValue(cell))
  const details: Fields = { ...tab.details(row, column) }
  tab.grid.setDetails(row, column, mergeDetails(details, cell, mask))
}

function mergeDetails(details: Fields, given: Fields, mask: FieldMask): CellDetails {
  const named: ReadonlyMap<string, FieldMask> = mask ?? new Map(detailKeys.map((key) => [key, null]))
  const result: Record<string, unknown> = { ...details }
  for (const [key, below] of named) {
    if (key === 'userEnteredValue') continue
    const value = given[key]
    // Google lays a format that is named as a whole over the one that is there.
    const merged = key === 'userEnteredFormat' && below === null ? overlay(details[key], value) : value
    const next = below === null ? merged : mergeByMask(details[key], value, below)
    if (next === undefined || next === '') Reflect.deleteProperty(result, key)
    else result[key] = next
  }
  return result
}

const detailKeys = ['userEnteredFormat', 'note', 'dataValidation', 'textFormatRuns']

function overlay(old: unknown, value: unknown): unknown {
  return isFields(old) && isFields(value) ? { ...old, ...value } : value
}

function mergeByMask(old: unknown, value: unknown, mask: FieldMask): unknown {
  if (mask === null) return value
  const result: Record<string, unknown> = isFields(old) ? { ...old } : {}
  for (const [key, below] of mask) {
    const next = mergeByMask(result[key], isFields(value) ? value[key] : undefined, below)
    if (next === undefined) Reflect.deleteProperty(result, key)
    else result[key] = next
  }
  return Object.keys(result).length === 0 ? undefined : result
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a written cell holds: a text stays a text, whatever it begins with. */
export function writtenValue({ userEnteredValue: value }: WrittenCell): StandInCell {
  if (value === undefined) return null
  const { stringValue, numberValue, boolValue, formulaValue } = value
  if ((stringValue?.length ?? 0) > longest) {
    throw new Refusal('Your input contains more than the maximum of 50000 characters in a single cell.')
  }
  if (formulaValue === undefined) return stringValue ?? numberValue ?? boolValue ?? null
  const cell = { formula: formulaValue }
  refuseUnknownFormula(cell)
  return cell
}
