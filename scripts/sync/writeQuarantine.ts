import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import Papa from 'papaparse'
import { replaceFile } from '../files/replaceFile.ts'
import type { Reject } from '../private/intake.ts'

/** Writes every quarantined row's place, rule and fix to a CSV file for its owner's eyes. Never a value. */
export async function writeQuarantine(path: string, rejects: readonly Reject[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const fields = ['workbook', 'tab', 'row', 'column', 'field', 'rule', 'fix'] as const
  // escapeFormulae: file and tab names come from outside, and this file is opened in a spreadsheet.
  const csv = Papa.unparse(
    { fields: [...fields], data: rejects.map((reject) => fields.map((field) => reject[field])) },
    { escapeFormulae: true },
  )
  await replaceFile(path, `${csv}\n`)
}
