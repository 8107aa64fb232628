import type {
  DriveFile,
  GoogleApi,
  RawCell,
  RawRows,
  RequestCounts,
  SheetTab,
  Spreadsheet,
  ValuesOptions,
} from '../../scripts/google/googleApi.ts'
import { GoogleError, type GoogleTrouble } from '../../scripts/google/GoogleError.ts'
import { columnIndex } from '../../scripts/a1/columnLetter.ts'

/** A tab of the fake; what is left out is as Google makes a new one. */
export interface FakeTab extends Partial<Omit<SheetTab, 'index'>> {
  readonly sheetId: number
  readonly title: string
  cells?: RawCell[][]
}

export interface FakeSpreadsheet {
  readonly id: string
  title: string
  timeZone: string
  version: number
  modifiedTime: string
  tabs: FakeTab[]
}

export type Call = 'file' | 'spreadsheet' | 'values'

/** Spreadsheets in memory behind the interface of the client, without retries. */
export class FakeGoogle implements GoogleApi {
  readonly account = 'reader@vitals-test.iam.gserviceaccount.com'
  readonly requests: RequestCounts = { sheetsReads: 0, sheetsWrites: 0, driveReads: 0 }
  readonly calls: { readonly call: Call; readonly id: string; readonly ranges: readonly string[] }[] = []
  /** Runs before every answer; may change spreadsheets or throw. */
  before: (call: Call, id: string, options?: ValuesOptions & { ranges: readonly string[] }) => void = () =>
    undefined
  /** May spoil the values on their way. */
  spoil: (rows: RawRows, range: string) => RawRows = (rows) => rows
  readonly #spreadsheets = new Map<string, FakeSpreadsheet>()

  add(id: string, given: Partial<FakeSpreadsheet> & { readonly tabs: FakeTab[] }): FakeSpreadsheet {
    const spreadsheet: FakeSpreadsheet = {
      title: id,
      timeZone: 'America/Chicago',
      version: 1,
      modifiedTime: '2026-11-01T08:00:00.000Z',
      ...given,
      id,
    }
    this.#spreadsheets.set(id, spreadsheet)
    return spreadsheet
  }

  count(call: Call): number {
    return this.calls.filter((one) => one.call === call).length
  }

  async file(id: string): Promise<DriveFile> {
    const { title, modifiedTime, version } = await this.#open('file', id)
    const mimeType = 'application/vnd.google-apps.spreadsheet'
    return { name: title, mimeType, modifiedTime, version: String(version), trashed: false, canEdit: false }
  }

  async spreadsheet(id: string, options: { readonly hiddenRows?: boolean } = {}): Promise<Spreadsheet> {
    const { title, timeZone, tabs } = await this.#open('spreadsheet', id)
    const shown = tabs.map((tab, index): SheetTab => {
      const hiddenRows = options.hiddenRows ? (tab.hiddenRows ?? 0) : null
      return { ...gridOf(tab), index, hiddenRows }
    })
    return { id, title, locale: 'en_US', timeZone, tabs: shown }
  }

  async values(id: string, ranges: readonly string[], options: ValuesOptions = {}): Promise<RawRows[]> {
    const { tabs } = await this.#open('values', id, { ...options, ranges })
    return ranges.map((range) => this.spoil(answer(range, tabs), range))
  }

  update(): Promise<void> {
    throw new Error('reading never writes')
  }

  create(): Promise<never> {
    throw new Error('reading never writes')
  }

  async #open(call: Call, id: string, options?: ValuesOptions & { ranges: readonly string[] }) {
    // As over a network, the answer is never there at once.
    await Promise.resolve()
    this.calls.push({ call, id, ranges: options?.ranges ?? [] })
    this.before(call, id, options)
    const found = this.#spreadsheets.get(id)
    if (!found) throw trouble('not_found')
    return found
  }
}

/** Trouble as the client tells it. */
export function trouble(kind: GoogleTrouble): GoogleError {
  return new GoogleError(kind, { message: `Google says ${kind}.`, hint: 'Wait.' })
}

function gridOf(tab: FakeTab): SheetTab {
  const { cells = [], ...given } = tab
  return {
    index: 0,
    type: 'GRID',
    hidden: false,
    rowCount: Math.max(1, cells.length),
    columnCount: Math.max(1, ...cells.map((row) => row.length)),
    frozenRowCount: 0,
    merges: [],
    hiddenRows: null,
    ...given,
  }
}

/** What Google sends of a range: the rows cut at their last value, the range at its last row with one. */
function answer(range: string, tabs: readonly FakeTab[]): RawRows {
  const [, quoted, first, last] = /^'((?:[^']|'')*)'!A(\d+):([A-Z]+\d+)$/.exec(range) ?? []
  const tab = tabs.find(({ title }) => title === quoted?.replaceAll("''", "'"))
  const [, letters = '', end] = /^([A-Z]+)(\d+)$/.exec(last ?? '') ?? []
  if (!tab || Number(first) > gridOf(tab).rowCount) throw trouble('bad_request')
  const rows = (tab.cells ?? []).slice(Number(first) - 1, Number(end))
  return trimmed(
    rows.map((row) => trimmed(row.slice(0, columnIndex(letters) + 1), (cell) => cell === '')),
    (row) => row.length === 0,
  )
}

function trimmed<T>(items: readonly T[], isEmpty: (item: T) => boolean): T[] {
  return items.slice(0, items.findLastIndex((item) => !isEmpty(item)) + 1)
}
