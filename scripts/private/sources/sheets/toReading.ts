import type { GoogleError } from '../../../google/GoogleError.ts'
import type { TabPin } from '../../config/config.ts'
import { titleToKeep } from './boundTitle.ts'
import { guardDisk } from './guardDisk.ts'
import type { DataTab, SheetsReading, SpreadsheetReading } from './sheetsReading.ts'
import { sheetsSource } from './sheetsSource.ts'
import { sameContent, type SheetsState, type SpreadsheetRecord, type TabRecord } from './sheetsState.ts'
import type { Workspace } from './Workspace.ts'

/** How a spreadsheet was got, and what goes on with. */
export interface Got {
  readonly state: SpreadsheetReading['state']
  readonly record: SpreadsheetRecord
  readonly problem: GoogleError | null
  readonly warnings: readonly string[]
}

const damagedState =
  'The note of the last reading was damaged, so everything was read anew, and rows lost since then would not have been noticed: compare the row counts with those of the last run.'

/** What the copies of all spreadsheets together give. */
export function toReading(got: readonly Got[], workspace: Workspace, pins: readonly TabPin[]): SheetsReading {
  const records = got.map(({ record }) => record)
  const locate = (copy: string, sheetId: number) => workspace.path(copy, sheetId)
  const warnings = [
    ...(workspace.isDamaged ? [damagedState] : []),
    ...got.flatMap((one) => [...one.warnings, ...one.record.notes]),
  ]
  return {
    source: sheetsSource(records, locate, warnings),
    spreadsheets: got.map(({ state, record, problem }) => ({
      id: record.id,
      title: record.title,
      state,
      readAt: record.readAt,
      problem,
      tabs: record.tabs.map(noteOf),
    })),
    unchanged: isUnchanged(records, workspace.state),
    keep: (data) => guardDisk(() => workspace.keep(stateToKeep(records, data, pins))),
    discard: () => guardDisk(() => workspace.discard()),
  }
}

function noteOf({ sheetId, title, rows, hiddenRows, type }: TabRecord): SpreadsheetReading['tabs'][number] {
  const skipped = { GRID: null, OBJECT: 'chart', DATA_SOURCE: 'connected table' } as const
  return { sheetId, title, rows, hiddenRows, skipped: skipped[type] }
}

/** The same spreadsheets in the same order, and the same in each. */
function isUnchanged(records: readonly SpreadsheetRecord[], { spreadsheets: before }: SheetsState): boolean {
  return (
    records.length === before.length &&
    records.every((record, index) => {
      const kept = before[index]
      return kept?.id === record.id && sameContent(record, kept)
    })
  )
}

function stateToKeep(
  records: readonly SpreadsheetRecord[],
  data: readonly DataTab[],
  pins: readonly TabPin[],
): SheetsState {
  const spreadsheets = records.map((record) => ({
    ...record,
    tabs: record.tabs.map((tab) => {
      const held = data.find((one) => one.spreadsheetId === record.id && one.sheetId === tab.sheetId)
      return {
        ...tab,
        dataset: held?.dataset ?? null,
        boundTitle: held ? titleToKeep(tab, record, pins) : tab.title,
      }
    }),
  }))
  return { format: 1, spreadsheets }
}
