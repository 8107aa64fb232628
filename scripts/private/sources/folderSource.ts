import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { SyncError } from '../../errors/SyncError.ts'
import { counted } from '../../words/counted.ts'
import { cannotRead } from './readBytes.ts'
import { readDelimited } from './readDelimited.ts'
import { inspectText } from './inspectText.ts'
import type { Source, Tab } from './source.ts'
import { readX12, type X12File } from './x12/readX12.ts'
import { remittanceTab } from './x12/remittanceTab.ts'
import { isX12 } from './x12/splitSegments.ts'

const workbookEndings = new Set(['.xlsx', '.xlsm', '.xls', '.ods'])
const delimitedEndings = new Set(['.csv', '.tsv', '.txt'])

/** Remittances and what else payers exchange; a `.txt` that begins as they do is read as they are. */
const x12Endings = new Set(['.835', '.837', '.edi', '.era', '.x12'])

/** So many kinds of files that are passed over are told. */
const mostEndings = 8

/** Spreadsheets that we do not read; refused, because leaving them out would lose their rows in silence. */
const refusedEndings = new Set(['.xlsb', '.numbers', '.gsheet', '.slk', '.dif', '.fods'])

/**
 * The spreadsheets of a folder (XLSX, XLSM, XLS, ODS; CSV, TSV, TXT, also with .gz) and its remittances (X12), by file name.
 * Sub-folders, dot files and Excel's lock files are passed over; so are other kinds of file, with a warning. `tabs()` throws
 * one `SyncError` for all files that cannot be read.
 */
export function folderSource(folder: string): Source {
  let warnings: readonly string[] = []
  return {
    kind: 'folder',
    label: folder,
    tabs: async () => {
      const read = await readFolder(folder)
      warnings = read.warnings
      return read.tabs
    },
    get warnings() {
      return warnings
    },
  }
}

interface ReadFiles {
  readonly tabs: readonly Tab[]
  readonly warnings: readonly string[]
}

async function readFolder(folder: string): Promise<ReadFiles> {
  const { names, passed } = await listSpreadsheets(folder)
  const tabs: Tab[] = []
  const exchanged: X12File[] = []
  const errors: SyncError[] = []
  // One after the other: a workbook takes several times its size while it is parsed.
  for (const name of names) {
    try {
      if (await holdsX12(join(folder, name), name)) exchanged.push(await readX12(join(folder, name)))
      else tabs.push(...(await readSpreadsheet(join(folder, name), name)))
    } catch (error) {
      if (!(error instanceof SyncError)) throw error
      errors.push(error, ...error.others)
    }
  }
  const [first, ...others] = errors
  if (first === undefined) {
    const { tab, warnings } = remittanceTab(exchanged)
    return {
      tabs: tab === null ? tabs : [...tabs, tab],
      warnings: [...exchanged.flatMap((one) => one.warnings), ...warnings, ...passedOver(passed)],
    }
  }
  throw new SyncError(first.message, first.hint, { cause: first.cause, others })
}

/**
 * A report in another format is data that nobody reads: it is told. By how many and of which kind, for what lies beside
 * spreadsheets may be called after a patient.
 */
function passedOver(names: readonly string[]): string[] {
  if (names.length === 0) return []
  const endings = [...new Set(names.map(endingOf))].filter((ending) => /^\.[a-z\d]{1,5}$/.test(ending)).sort()
  const kinds = endings.length === 0 ? '' : ` (${endings.slice(0, mostEndings).join(', ')})`
  const [are, they] =
    names.length === 1 ? ['is', 'it is no spreadsheet'] : ['are', 'they are no spreadsheets']
  return [`Folder: ${counted(names.length, 'file')}${kinds} ${are} not read, because ${they}.`]
}

async function listSpreadsheets(
  folder: string,
): Promise<{ readonly names: readonly string[]; readonly passed: readonly string[] }> {
  const info = await stat(folder).catch((cause: unknown) => {
    throw new SyncError(`Folder not found: "${folder}".`, 'Check the path of the folder, then sync again.', {
      cause,
    })
  })
  if (!info.isDirectory()) {
    throw new SyncError(
      `Not a folder: "${folder}".`,
      'Name the folder that holds the spreadsheets, not one of its files.',
    )
  }
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new SyncError(`Folder cannot be opened: "${folder}".`, 'Check that you are allowed to read it.', {
      cause,
    })
  })
  const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)
  // By code unit, so that the order is the same on every machine.
  const found = names.filter(isSpreadsheet).sort()
  const passed = names.filter((name) => !isSpreadsheet(name) && !isHidden(name)).sort()
  if (found.length > 0) return { names: found, passed }
  throw new SyncError(
    `No spreadsheet in the folder "${folder}".`,
    'Put at least one XLSX, XLS, ODS, CSV, TSV or TXT file into it, or a remittance (835); sub-folders are not searched.',
  )
}

/** What systems and programs leave behind. */
function isHidden(name: string): boolean {
  return (
    name.startsWith('.') || name.startsWith('~$') || ['thumbs.db', 'desktop.ini'].includes(name.toLowerCase())
  )
}

function isSpreadsheet(name: string): boolean {
  if (isHidden(name)) return false
  const ending = endingOf(name)
  return [workbookEndings, delimitedEndings, x12Endings, refusedEndings].some((endings) =>
    endings.has(ending),
  )
}

/** The ending in lower case; of a gzip file the ending of what is packed. */
function endingOf(name: string): string {
  return extname(name.replace(/\.gz$/i, '')).toLowerCase()
}

async function holdsX12(path: string, name: string): Promise<boolean> {
  const ending = endingOf(name)
  if (x12Endings.has(ending)) return true
  return ending === '.txt' && isX12((await inspectText(path)).sample)
}

async function readSpreadsheet(path: string, name: string): Promise<Tab[]> {
  const ending = endingOf(name)
  if (delimitedEndings.has(ending)) return [await readDelimited(path)]
  const isPacked = name.toLowerCase().endsWith('.gz')
  if (isPacked || refusedEndings.has(ending)) {
    throw new SyncError(
      `"${name}" is a kind of spreadsheet that is not read here.`,
      isPacked
        ? 'Unpack it and put the workbook itself into the folder.'
        : 'Open it where it was made and download or save it as XLSX.',
    )
  }
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw cannotRead(path, cause)
  })
  // Large, with its tables of old alphabets; text files and Google Sheets do without.
  const { readWorkbook } = await import('./readWorkbook.ts')
  return readWorkbook(bytes, name)
}
