import { columnLetter } from '../a1/columnLetter.ts'
import { doubtfulColumns } from '../private/recognise/doubtfulColumns.ts'
import { datasetsOfName } from '../private/recognise/tabNames.ts'
import type { ReviewedTab } from './draft.ts'

/** What a tab was recognised as, and how surely, in words. Never a cell's value. */
export function describeTab({ peek, choice, recognition }: ReviewedTab): string {
  switch (recognition.kind) {
    case 'data': {
      const { dataset, headerRow, columns } = recognition
      const count = columns.length === 1 ? '1 column' : `${String(columns.length)} columns`
      const doubts = doubtfulColumns(peek.rows, recognition).map(
        ({ field, index }) => `${columnLetter(index)} (${field})`,
      )
      const doubt =
        doubts.length === 0 ? '' : `; doubtful, most cells are something else: column ${doubts.join(', ')}`
      return `${dataset} (${confidence(choice, datasetsOfName(peek.tab).includes(dataset))}; header in row ${String(headerRow)}, ${count} known${doubt})`
    }
    case 'parts': {
      const { preset, headerRow, parts } = recognition
      const names = parts.map(({ part }) => part?.name).join(', ')
      return `${preset.system}: ${preset.report} (sure: by its headers, in row ${String(headerRow)}; read as ${names})`
    }
    case 'refused':
      return `${recognition.dataset}, but it cannot be read so`
    case 'ignored':
      if (choice === 'ignore') return 'left alone, as you chose'
      return isEmpty(peek.rows)
        ? 'left alone: it is empty'
        : 'left alone: neither name nor headers say what it holds'
  }
}

function confidence(choice: ReviewedTab['choice'], isNamedSo: boolean): string {
  if (choice !== 'automatic') return 'as you chose, and its headers fit'
  return isNamedSo ? 'sure: name and headers agree' : 'likely: by its headers alone'
}

function isEmpty(rows: ReviewedTab['peek']['rows']): boolean {
  return rows.every((row) => row.every((cell) => cell === null || cell === ''))
}
