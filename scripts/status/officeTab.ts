import type { OfficeNumber, OfficeNumbers } from '../private/office/officeNumbers.ts'
import { count, headerRow, money, sentence, text } from './cells.ts'
import type { ListDraft } from './listDraft.ts'
import { dateInWords, monthInWords } from './momentInWords.ts'
import { runInWords } from './runInWords.ts'
import type { StatusReport } from './statusReport.ts'
import type { StatusCell } from './statusSheet.ts'

/** Sums that no page shows, one row a number and one column a month; null where the run made no ledger. */
export function officeTab(report: StatusReport): ListDraft | null {
  const { office = null, practice } = report
  if (office === null) return null
  const asOf = practice === null ? '' : `As of ${dateInWords(practice.asOf)}. `
  const why =
    'These numbers are of few people, so that no page of the dashboard shows them. They stay here, with those who may see the rows that they are made of.'
  return {
    id: 'office_numbers',
    title: 'Office numbers',
    widths: [300, ...office.months.map(() => 120), 70, 600],
    head: [
      [text('Office numbers', 'title')],
      ...sentence(why),
      ...sentence(`${asOf}${runInWords(report)} Rewritten by every sync: write nothing here.`, 'note'),
      headerRow([
        'Number',
        ...office.months.map((month) => monthLabel(month, report)),
        'KPI',
        'How it is made',
      ]),
    ],
    entries: office.numbers.map((number) => [
      [text(number.label), ...cellsOf(number, office), text(number.kpi), text(number.formula)],
    ]),
    total: office.numbers.length,
    what: 'number',
    onlyIfThere: false,
  }
}

function monthLabel(month: string, { practice }: StatusReport): string {
  const isRunning = practice !== null && month > practice.months.lastClosed
  return isRunning ? `${monthInWords(month)} so far` : monthInWords(month)
}

/** What is unknown says what it needs, over the empty cells of its months. */
function cellsOf({ kind, needs, values }: OfficeNumber, { months }: OfficeNumbers): (StatusCell | null)[] {
  if (needs !== null) return [text(`Needs ${needs}`, 'note'), ...months.slice(1).map(() => null)]
  return values.map((value) => cellOf(kind, value))
}

function cellOf(kind: OfficeNumber['kind'], value: number | null): StatusCell | null {
  if (value === null) return text('–', 'note')
  switch (kind) {
    case 'money':
      return money(value)
    case 'count':
      return count(value)
    case 'days':
      return text(value.toFixed(1))
    case 'rate':
      return text(`${(100 * value).toFixed(2)}%`)
  }
}
