import { contracts } from '../private/contracts/contracts.ts'
import { quoteTitle } from '../a1/a1Range.ts'
import { columnLetter } from '../a1/columnLetter.ts'
import { plainColumn } from './templateColumn.ts'
import type { TemplateCell, TemplateTab } from './templateTab.ts'

/**
 * The spreadsheet's own counts and sums, by which the sync proves that it read every row: for each data tab
 * a column that every row needs (it can hardly be deleted), and the amount that is accounted for. Plain
 * formulas that Excel and Google Sheets both know.
 */
export function controlTab(tabs: readonly TemplateTab[]): TemplateTab {
  return {
    name: '_control',
    kind: 'control',
    dataset: null,
    purpose: 'Counts and sums that prove that every row was read. Leave it alone.',
    columns: [
      plainColumn('Tab', { width: 20, note: 'Which tab is counted.' }),
      plainColumn('Column', { width: 22, note: 'Which of its columns, by header.' }),
      plainColumn('Cells', { note: 'Filled cells below the header.', format: 'integer' }),
      plainColumn('Sum', { note: 'Sum of the numbers in the column, where it holds money.' }),
    ],
    rows: tabs.filter(({ kind }) => kind === 'data').flatMap(linesOf),
    cellRules: [],
    protection: 'all',
  }
}

function linesOf(tab: TemplateTab): TemplateCell[][] {
  const control = tab.dataset === null ? null : contracts[tab.dataset].control
  return tab.columns.flatMap(({ field, header, required }, index) => {
    const isFirstRequired = required && tab.columns.findIndex((column) => column.required) === index
    const isMoney = field !== null && field === control
    if (!isFirstRequired && !isMoney) return []
    const letter = columnLetter(index)
    const range = `${quoteTitle(tab.name)}!${letter}:${letter}`
    const cells = { formula: `=ROWS(${range})-COUNTBLANK(${range})-1` }
    return [[tab.name, header, cells, isMoney ? { formula: `=SUM(${range})` } : null]]
  })
}
