import { plainColumn } from './templateColumn.ts'
import type { TemplateTab } from './templateTab.ts'

const advice: readonly (readonly [string, string])[] = [
  ['Begin', 'Open the tab Settings and put in the name and time zone of the practice.'],
  ['Then', 'Fill the tabs for which you have data. A tab without rows is fine; nothing has to be complete.'],
  [
    'Dark headers',
    'These columns must be filled on every row. A row without them is not counted, and is listed.',
  ],
  ['Light headers', 'These columns may stay empty, or may be deleted. Columns of your own are left alone.'],
  ['Notes', 'Point at a header to read what goes into the column, which words it takes, and an example.'],
  [
    'Numbers of people and claims',
    'Those columns are formatted as text, so that leading zeros and long numbers stay whole. Paste values only (Ctrl+Shift+V) to keep it so.',
  ],
  ['Dates and money', 'Type dates as month/day/year and money as plain numbers, such as 125.00.'],
  [
    'Words',
    'Where a list only warns, your own words are fine: say once what they mean in the tab map_status, map_transaction_type, map_adjustment or map_visit_type. The common words of US systems are known already; the tab Words lists them.',
  ],
  ['Patients', 'Use patient numbers, never names.'],
  ['Sharing', 'Share the spreadsheet with the sync as Viewer only. Nothing but sums is ever published.'],
]

/** The first tab: how to fill in the workbook, and what goes where. */
export function guideTab(tabs: readonly TemplateTab[]): TemplateTab {
  return {
    name: 'Read me',
    kind: 'guide',
    dataset: null,
    purpose: 'How to fill in this workbook.',
    columns: [
      plainColumn('How to fill in this workbook', { width: 32 }),
      plainColumn('What to do', { width: 100, wrap: true }),
    ],
    rows: [...advice, [null, null], ...tabs.map(({ name, purpose }) => [`Tab ${name}`, purpose])],
    cellRules: [],
    protection: 'none',
  }
}
