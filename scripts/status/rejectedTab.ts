import type { Reject } from '../private/intake.ts'
import { headerRow, linked, sentence, text, wrapped } from './cells.ts'
import { fieldInWords } from './fieldInWords.ts'
import type { ListDraft } from './listDraft.ts'
import { runInWords } from './runInWords.ts'
import type { StatusReport } from './statusReport.ts'
import type { StatusRow } from './statusSheet.ts'

/** So many rejected rows are listed; whoever has more mends the column, not the rows. */
export const rejectedLimit = 5000

/** Every row set aside, with a link to the very cell. Null where the run did not come as far as checking rows. */
export function rejectedTab(report: StatusReport): ListDraft | null {
  const { rejects, health } = report
  if (health === null && rejects.length === 0) return null
  const explanation =
    rejects.length === 0
      ? 'No row was rejected.'
      : 'These rows are not in any number. Correct them in their spreadsheet; the next sync reads them again. This list is rewritten by every sync: write nothing here.'
  return {
    id: 'rejected_rows',
    title: 'Rejected rows',
    widths: [80, 220, 160, 70, 70, 160, 320, 420],
    head: [
      [text('Rejected rows', 'title')],
      ...sentence(`${runInWords(report)} ${explanation}`, 'note'),
      headerRow(['Open', 'Spreadsheet', 'Tab', 'Row', 'Column', 'Field', 'What is wrong', 'What to do']),
    ],
    entries: rejects.slice(0, rejectedLimit).map((reject) => [rejectedRow(report, reject)]),
    total: rejects.length,
    what: 'entry',
    onlyIfThere: false,
  }
}

function rejectedRow(report: StatusReport, reject: Reject): StatusRow {
  const { workbook, tab, row, column, field, rule, fix } = reject
  const place = column === null ? `Row ${row}` : `${column}${row}`
  return [
    linked(place, report.link({ workbook, tab, row, column })),
    text(workbook),
    text(tab),
    { kind: 'count', value: row },
    text(column ?? ''),
    text(field === null ? '' : fieldInWords(datasetOf(report, reject), field)),
    wrapped(rule),
    wrapped(fix),
  ]
}

function datasetOf({ health }: StatusReport, { workbook, tab }: Reject): string | null {
  return health?.tabs.find((one) => one.workbook === workbook && one.tab === tab)?.dataset ?? null
}
