import { cellLink } from '../../../google/spreadsheetLink.ts'
import { isTimeZone } from '../../config/isTimeZone.ts'
import { tabLabel } from '../../recognise/tabLabel.ts'
import { isControl } from '../checkControl.ts'
import type { Source, Tab } from '../source.ts'
import { readCopy } from './readCopy.ts'
import type { SpreadsheetRecord, TabRecord } from './sheetsState.ts'

/** Where the copy of a tab lies at the moment; asked for anew at each reading. */
export type Locate = (copy: string, sheetId: number) => string

/**
 * The grids of a spreadsheet, control tabs too, in its order; their rows come from the copies.
 * `workbook` is its name among the others.
 */
export function sheetTabs(record: SpreadsheetRecord, workbook: string, locate: Locate): Tab[] {
  const grids = record.tabs.filter(({ type }) => type === 'GRID')
  return grids
    .toSorted((a, b) => a.index - b.index)
    .map(({ sheetId, title, boundTitle, hidden, merges, rows }) => ({
      workbook,
      name: title,
      hidden,
      ...(boundTitle === title ? {} : { boundName: boundTitle }),
      sheet: { spreadsheetId: record.id, sheetId },
      ...(merges.length === 0 ? {} : { merges }),
      rows: () =>
        readCopy({
          path: locate(record.copy, sheetId),
          rows,
          label: tabLabel({ workbook, name: title }),
        }),
    }))
}

/** All spreadsheets as one source: by title, equal titles told apart by a number behind them. */
export function sheetsSource(
  records: readonly SpreadsheetRecord[],
  locate: Locate,
  readingWarnings: readonly string[],
): Source {
  const named = withNames(records)
  const tabs = named.flatMap(({ record, workbook }) => sheetTabs(record, workbook, locate))
  const zones = zonesOf(named)
  const warnings = [
    ...readingWarnings,
    ...named.flatMap(({ record, workbook }) => record.tabs.flatMap((tab) => notesOf(tab, workbook))),
    ...zones.warnings,
  ]
  return {
    kind: 'sheets',
    label: named.map(({ workbook }) => workbook).join(', '),
    tabs: () => Promise.resolve(tabs),
    ...(zones.timeZone === null ? {} : { timeZone: zones.timeZone }),
    warnings,
    link: ({ workbook, tab, row, column }) => {
      const sheet = tabs.find((one) => one.workbook === workbook && one.name === tab)?.sheet
      if (sheet === undefined) return null
      const range = column === null ? `${row}:${row}` : `${column}${row}`
      return cellLink(sheet, range)
    },
  }
}

interface Named {
  readonly record: SpreadsheetRecord
  readonly workbook: string
}

function withNames(records: readonly SpreadsheetRecord[]): Named[] {
  const taken = new Set(records.map(({ title }) => title))
  const first = new Set<string>()
  // By code unit, so that the order is the same on every machine; the sort keeps the config's order of equals.
  return records.toSorted(byTitle).map((record) => {
    let workbook = record.title
    if (first.has(workbook)) {
      for (let number = 2; taken.has(workbook); number++) workbook = `${record.title} (${number})`
    }
    first.add(workbook)
    taken.add(workbook)
    return { record, workbook }
  })
}

function byTitle(a: SpreadsheetRecord, b: SpreadsheetRecord): number {
  if (a.title === b.title) return 0
  return a.title < b.title ? -1 : 1
}

function notesOf(tab: TabRecord, workbook: string): string[] {
  const label = tabLabel({ workbook, name: tab.title })
  if (tab.type === 'DATA_SOURCE') {
    return [
      `Tab ${label} is a connected table, whose cells Google does not give out; it was left out. If it matters, extract it into an ordinary tab.`,
    ]
  }
  if (tab.type !== 'GRID' || isControl({ name: tab.title })) return []
  const renamed =
    tab.boundTitle === tab.title
      ? []
      : [`Tab "${tab.boundTitle}" is now called "${tab.title}"; it was followed.`]
  if (tab.hiddenRows === 0) return renamed
  const rows = tab.hiddenRows === 1 ? '1 row is' : `${tab.hiddenRows} rows are`
  const count = tab.hiddenRows === 1 ? 'it counts' : 'they count'
  return [...renamed, `Tab ${label}: ${rows} hidden or filtered away; ${count} all the same.`]
}

function zonesOf(named: readonly Named[]): { timeZone: string | null; warnings: string[] } {
  const zones = new Set(named.map(({ record }) => record.timeZone))
  const [only, ...others] = zones
  if (others.length > 0) {
    const list = named.map(({ record, workbook }) => `"${workbook}" ${record.timeZone}`).join(', ')
    return {
      timeZone: null,
      warnings: [
        `The spreadsheets are set to different time zones (${list}): TODAY() and timestamps differ between them. Set one under File, Settings.`,
      ],
    }
  }
  if (only === undefined || isTimeZone(only)) return { timeZone: only ?? null, warnings: [] }
  return {
    timeZone: null,
    warnings: [
      `The spreadsheets are set to the time zone ${only}, which knows no daylight saving time; it was not used. Choose a city under File, Settings.`,
    ],
  }
}
