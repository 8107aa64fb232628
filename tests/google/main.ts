import { Command } from 'commander'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { largeSpreadsheet } from './largeSpreadsheet.ts'
import { spreadsheetOfWorkbook } from './spreadsheetOfWorkbook.ts'
import type { Access, NewSpreadsheet } from './StandInSpreadsheet.ts'
import { startStandIn } from './startStandIn.ts'

interface Options {
  readonly workbook: readonly string[]
  readonly large: readonly number[]
  readonly empty: readonly string[]
  readonly folder?: string
  readonly port: number
  readonly reads: number
}

const width = 10
const rowsPerTab = 100_000

const options = new Command('stand-in')
  .description('A stand-in for Google Sheets and Drive on this machine, until it is told to stop.')
  .option(
    '--workbook <xlsx>',
    'serve a workbook; its id is its name without the ending; may be repeated',
    add,
    [],
  )
  .option(
    '--large <cells>',
    'serve an invented spreadsheet of so many cells: large-1, large-2 ...',
    addNumber,
    [],
  )
  .option(
    '--empty <id>',
    'serve an empty spreadsheet that the account may write to; may be repeated',
    add,
    [],
  )
  .option('--folder <dir>', 'where the credentials file goes (a temporary folder if left out)')
  .option('--port <number>', 'port on 127.0.0.1 (a free one if left out)', Number, 0)
  .option('--reads <number>', 'reads allowed in a minute', Number, 60)
  .parse()
  .opts<Options>()

const temporary = options.folder === undefined ? await mkdtemp(join(tmpdir(), 'stand-in-')) : null
const standIn = await startStandIn({
  folder: options.folder ?? temporary ?? '',
  port: options.port,
  readsPerMinute: options.reads,
  spreadsheets: [
    ...(await Promise.all(options.workbook.map(ofWorkbook))).map(ofYesterday),
    ...options.large.map((cells, index) => ofYesterday(ofSize(cells, `large-${index + 1}`))),
    ...options.empty.map((id) => empty(id, 'writer')),
  ],
})
const { url, env, account, ids } = standIn
process.stdout.write(`${JSON.stringify({ url, env, account, ids })}\n`)
process.once('SIGTERM', stop)
process.once('SIGINT', stop)

function stop(): void {
  void standIn.close().then(async () => {
    if (temporary !== null) await rm(temporary, { recursive: true, force: true })
  })
}

function ofWorkbook(path: string): Promise<NewSpreadsheet> {
  return spreadsheetOfWorkbook(path, { id: basename(path, extname(path)) })
}

/** What was changed a moment ago is read again, because Drive's time lags. */
function ofYesterday(spreadsheet: NewSpreadsheet): NewSpreadsheet {
  return { ...spreadsheet, modifiedTime: new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString() }
}

/** Tabs of a million cells, the last one as large as what is left. */
function ofSize(cells: number, id: string): NewSpreadsheet {
  const rows = Math.ceil(cells / width)
  const tabs = Math.ceil(rows / rowsPerTab)
  return largeSpreadsheet({ id, tabs, rowsPerTab: Math.ceil(rows / tabs), columns: width })
}

function empty(id: string, access: Access): NewSpreadsheet {
  return { id, title: id, access, tabs: [{ title: 'Sheet1' }] }
}

function add(value: string, before: readonly string[]): string[] {
  return [...before, value]
}

function addNumber(value: string, before: readonly number[]): number[] {
  return [...before, Number(value)]
}
