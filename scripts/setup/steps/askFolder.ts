import { resolve } from 'node:path'
import { SyncError } from '../../errors/SyncError.ts'
import { headerSearchRows } from '../../private/recognise/headerRows.ts'
import type { TabPeek } from '../../private/recognise/recogniseTab.ts'
import type { Row, Tab } from '../../private/sources/source.ts'
import type { Prompter } from '../prompter.ts'
import type { SetupEffects } from '../setupEffects.ts'

export interface FoundFolder {
  /** Absolute. */
  readonly folder: string
  readonly peeks: readonly TabPeek[]
}

/** Asks for a folder of exports until one can be read. */
export async function askFolder(prompter: Prompter, effects: SetupEffects): Promise<FoundFolder> {
  for (;;) {
    const answer = await prompter.ask({
      question: 'Folder with the XLSX, XLS, ODS, CSV or TSV files',
      example: '/home/office/exports',
      problem: (text) => (text === '' ? 'Type the path of a folder.' : null),
    })
    const folder = resolve(effects.folder, answer)
    try {
      const peeks = await prompter.wait('Reading the first rows of every tab', () =>
        peekAll(effects.source(folder).tabs()),
      )
      const count = peeks.length === 1 ? '1 tab' : `${String(peeks.length)} tabs`
      prompter.good(`The folder can be read: ${count}.`)
      return { folder, peeks }
    } catch (error) {
      if (!(error instanceof SyncError)) throw error
      prompter.trouble(error.message, error.hint)
    }
  }
}

async function peekAll(tabs: Promise<readonly Tab[]>): Promise<TabPeek[]> {
  const peeks: TabPeek[] = []
  for (const [order, tab] of (await tabs).entries()) {
    peeks.push({ tab, order, rows: await firstRows(tab) })
  }
  return peeks
}

async function firstRows(tab: Tab): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of tab.rows()) {
    rows.push(...batch.slice(0, headerSearchRows + 1 - rows.length))
    if (rows.length > headerSearchRows) break
  }
  return rows
}
