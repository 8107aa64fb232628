import Papa from 'papaparse'
import type { Cell } from '../../../scripts/private/sources/source.ts'
import { workbookOf } from '../../mess/takeIn.ts'
import type { SampleReport } from './sampleReport.ts'

/** A report as its file holds it: a workbook, a text that is no table, or CSV. */
export function reportFile({ file, content }: SampleReport): string | Uint8Array {
  if (typeof content === 'string') return content
  const rows = content.map((row) => row.map(plain))
  return file.endsWith('.xlsx') ? workbookOf('Report', rows) : Papa.unparse(rows)
}

function plain(cell: Cell): string | number | boolean | null {
  if (cell !== null && typeof cell === 'object') throw new Error('a report holds no error of a spreadsheet')
  return cell
}

/** What the config says of the reports that do not say all by themselves; the date holds the test still. */
export function reportsConfig(reports: readonly SampleReport[]): string {
  const pins = reports.flatMap(({ file, preset, pin }) =>
    pin === undefined ? [] : [`  - { file: ${JSON.stringify(file)}, preset: ${String(preset)}, ${pin} }`],
  )
  const practice = ['as_of: 2026-11-01', 'practice: { name: Two Rivers Clinic }']
  return [...practice, ...(pins.length === 0 ? [] : ['tabs:', ...pins]), ''].join('\n')
}
