import type { Row } from '../../../scripts/private/sources/source.ts'

/** An invented report as a system exports it, for the test of its preset and for the folder of everything. */
export interface SampleReport {
  /** The file's name in a folder. */
  readonly file: string
  /** The preset that it is taken for; null for what is read by its headers. */
  readonly preset: string | null
  /** Its cells, header and all; or its text, where it is no table. */
  readonly content: readonly Row[] | string
  /** What the config must say of it beside its preset, where it does not say all by itself: `constants: { … }`. */
  readonly pin?: string
}

/** Cells as they stand in a document: `Patient Acct No, Visit Type`. */
export function split(text: string): string[] {
  return text.split(/, */)
}

/** Cells of rows, parted by `|`. */
export function cells(rows: readonly string[]): Row[] {
  return rows.map((row) => row.split('|'))
}
