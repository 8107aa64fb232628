import { resolve } from 'node:path'
import { SyncError } from '../../errors/SyncError.ts'
import { peekTabs } from '../../private/recognise/peekTabs.ts'
import type { TabPeek } from '../../private/recognise/recogniseTab.ts'
import { counted } from '../../words/counted.ts'
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
        effects.source(folder).tabs().then(peekTabs),
      )
      const count = counted(peeks.length, 'tab')
      prompter.good(`The folder can be read: ${count}.`)
      return { folder, peeks }
    } catch (error) {
      if (!(error instanceof SyncError)) throw error
      prompter.trouble(error.message, error.hint)
    }
  }
}
