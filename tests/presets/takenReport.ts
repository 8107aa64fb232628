import type { Row } from '../../scripts/private/sources/source.ts'
import type { SampleReport } from './reports/sampleReport.ts'
import { payers, taken } from '../unit/private/validate/takenTabs.ts'

/** What the intake makes of a report as it comes, without a pin, beside a list of payers. */
export function takenReport(file: string, rows: readonly Row[]) {
  return taken([{ workbook: file, name: file.replace(/\.[^.]+$/, ''), rows }, payers])
}

/** What the intake makes of a sample that is a table. */
export function takenSample({ file, content }: SampleReport) {
  if (typeof content === 'string') throw new Error(`${file} is no table`)
  return takenReport(file, content)
}
