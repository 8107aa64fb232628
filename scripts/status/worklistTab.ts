import type { Worklist, WorklistColumn, WorklistId } from '../private/worklists/worklist.ts'
import { worklistLimit } from '../private/worklists/worklist.ts'
import { count, date, headerRow, linked, money, sentence, text } from './cells.ts'
import type { ListDraft } from './listDraft.ts'
import { dateInWords } from './momentInWords.ts'
import { runInWords } from './runInWords.ts'
import type { StatusReport } from './statusReport.ts'
import type { StatusCell, StatusRow } from './statusSheet.ts'

const widthOf: Readonly<Record<WorklistColumn['kind'], number>> = {
  text: 180,
  date: 100,
  money: 110,
  number: 90,
  hours: 110,
}

/** Rows that somebody should work on, the most urgent first, each with a link to its source row. */
export function worklistTab(report: StatusReport, worklist: Worklist): ListDraft {
  const { id, title, explanation, columns, rows, total } = worklist
  return {
    id,
    title,
    widths: [80, ...columns.map(({ kind }) => widthOf[kind]), 220],
    head: [
      [text(`${title}: ${total.toLocaleString('en-US')}`, 'title')],
      ...sentence(explanation),
      ...sentence(
        `${asOf(report)}${runInWords(report)} Rewritten by every sync: write nothing here.`,
        'note',
      ),
      headerRow(['Open', ...columns.map(({ label }) => label), 'Spreadsheet and tab']),
    ],
    entries: rows
      .slice(0, worklistLimit)
      .map(({ values, place }) => [
        [
          linked(`Row ${place.row}`, report.link(place)),
          ...columns.map(({ kind }, index) => cellOf(kind, values[index] ?? null)),
          text(`${place.workbook}, ${place.tab}`),
        ] satisfies StatusRow,
      ]),
    total,
    what: 'row',
    onlyIfThere: false,
  }
}

/** For a list that an earlier run had and this one has not: nothing is left of the old rows. */
export function endedWorklistTab(report: StatusReport, id: WorklistId): ListDraft {
  return {
    id,
    title: id,
    widths: [300],
    head: [
      [text('Nothing to list', 'title')],
      ...sentence(
        `${runInWords(report)} The spreadsheets no longer hold what this list is made from.`,
        'note',
      ),
    ],
    entries: [],
    total: 0,
    what: 'row',
    onlyIfThere: true,
  }
}

function asOf({ practice }: StatusReport): string {
  return practice === null ? '' : `As of ${dateInWords(practice.asOf)}. `
}

function cellOf(kind: WorklistColumn['kind'], value: string | number | null): StatusCell | null {
  if (value === null) return null
  if (typeof value === 'string') return kind === 'date' ? date(value) : text(value)
  switch (kind) {
    case 'money':
      return money(value)
    case 'number':
      return count(value)
    case 'hours':
      return count(value / 100)
    case 'date':
    case 'text':
      return text(String(value))
  }
}
