import { contracts } from '../private/contracts/contracts.ts'
import type { UnmappedValue } from '../private/intake.ts'
import { choice, count, headerRow, linked, money, sentence, text } from './cells.ts'
import { fieldInWords } from './fieldInWords.ts'
import type { ListDraft } from './listDraft.ts'
import { mapWords } from './mapWords.ts'
import { runInWords } from './runInWords.ts'
import type { StatusReport } from './statusReport.ts'
import type { StatusRow } from './statusSheet.ts'

/** So many values are listed, those with the most money behind them first. */
export const unmappedListLimit = 2000

/**
 * Values that no map knows, by the tab that they belong in, with rows and dollars behind each. Columns A and
 * B are those of a map tab, in its order, so that both can be copied there. Null where the run did not come
 * as far as checking rows.
 */
export function unmappedTab(report: StatusReport): ListDraft | null {
  const { unmapped, health } = report
  if (health === null && unmapped.length === 0) return null
  const groups = Map.groupBy(unmapped, groupOf)
  const entries = [...groups].flatMap(([group, values]) => entriesOf(report, group, values))
  return {
    id: 'unmapped_values',
    title: 'Unmapped values',
    widths: [260, 180, 90, 120, 160, 160, 220],
    head: [
      [text('Unmapped values', 'title')],
      ...sentence(`${runInWords(report)} ${explanation(unmapped.length)}`, 'note'),
      headerRow([
        'Raw Value',
        'Means',
        'Rows',
        'Dollars behind it',
        'Where first',
        'Field',
        'Spreadsheet and tab',
      ]),
    ],
    entries: entries.slice(0, unmappedListLimit),
    total: entries.length,
    what: 'value',
    onlyIfThere: false,
  }
}

function explanation(values: number): string {
  if (values === 0) return 'Every value is mapped.'
  return 'For a map tab: choose what each value means, then copy columns A and B to the end of the tab named above them. Copy before the next sync: it rewrites this list.'
}

/** The tab that a value is to be entered in; for what has no list of its own, the sheet that it stands in. */
function groupOf({ dataset, field, mapTab }: UnmappedValue): string {
  if (mapTab !== null) return mapTab
  const resolve = contracts[dataset].fields[field]?.resolve
  if (resolve === 'provider') return 'providers'
  return resolve === 'payer' || field === 'payer' ? 'payers' : 'other'
}

function groupHeading(group: string): string {
  if (group === 'other') return 'No map: correct these where they stand'
  if (group === 'providers' || group === 'payers') {
    const tab = group === 'providers' ? 'Providers' : 'Payers'
    return `${tab}: add each to "Also Written" (or "Aliases") of its row in the tab ${tab}; several are separated by semicolons`
  }
  return `${group}: copy columns A and B to the tab ${group}`
}

function entriesOf(report: StatusReport, group: string, values: readonly UnmappedValue[]): StatusRow[][] {
  const sorted = [...values].sort(
    (a, b) => weight(b) - weight(a) || b.rows - a.rows || (a.value < b.value ? -1 : 1),
  )
  const words = mapWords(group)
  return sorted.map((value, index) => {
    const row = valueRow(report, value, words)
    return index === 0 ? [[text(groupHeading(group), 'heading')], row] : [row]
  })
}

/** What stands for all further values comes last. */
function weight({ isRest, cents }: UnmappedValue): number {
  return isRest ? -1 : Math.abs(cents ?? 0)
}

function valueRow(report: StatusReport, value: UnmappedValue, words: readonly string[]): StatusRow {
  const { dataset, field, first, rows, cents } = value
  const place = first.column === null ? `Row ${first.row}` : `${first.column}${first.row}`
  return [
    value.isRest ? text('(all further values)', 'note') : text(value.value),
    words.length > 0 && !value.isRest ? choice(words) : null,
    count(rows),
    money(cents),
    linked(place, report.link(first)),
    text(fieldInWords(dataset, field)),
    text(`${first.workbook}, ${first.tab}`),
  ]
}
