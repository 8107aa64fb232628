import type { CellError } from '../../../scripts/private/sources/source.ts'

/** What a cell of the stand-in holds. A date is its serial number, an empty cell is null. */
export type StandInCell = PlainCell | FormulaCell

export type PlainCell = string | number | boolean | null | ErrorCell

/** An error; Google adds the message in brackets when values are asked for unformatted. */
export interface ErrorCell extends CellError {
  readonly message?: string
}

/** A formula with the value it has now; without one, the stand-in works it out or refuses it. */
export interface FormulaCell {
  readonly formula: string
  readonly value?: PlainCell
}

/** What a cell carries beside its value; keys and shapes as in Google's `CellData`. */
export interface CellDetails {
  readonly note?: string
  readonly userEnteredFormat?: CellFormat
  readonly dataValidation?: Readonly<Record<string, unknown>>
  readonly textFormatRuns?: readonly unknown[]
}

export interface CellFormat {
  readonly numberFormat?: { readonly type?: string | undefined; readonly pattern?: string | undefined }
  readonly textFormat?: TextFormat
  readonly [key: string]: unknown
}

export interface TextFormat {
  readonly link?: { readonly uri?: string | undefined }
  readonly [key: string]: unknown
}

export function isFormula(cell: StandInCell): cell is FormulaCell {
  return typeof cell === 'object' && cell !== null && 'formula' in cell
}

export function isError(cell: StandInCell): cell is ErrorCell {
  return typeof cell === 'object' && cell !== null && 'error' in cell
}
