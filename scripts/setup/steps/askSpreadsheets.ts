import { GoogleError } from '../../google/GoogleError.ts'
import { exampleLink } from '../../google/spreadsheetLink.ts'
import { onOneLine } from '../../errors/onOneLine.ts'
import { SyncError } from '../../errors/SyncError.ts'
import { peekFormulas, peekSpreadsheet, type SheetPeek } from '../../doctor/look/peekSpreadsheet.ts'
import { volatileFunctions } from '../../doctor/look/volatileFunctions.ts'
import { spreadsheetId } from '../../private/config/spreadsheetId.ts'
import { counted } from '../../words/counted.ts'
import type { DraftSpreadsheet } from '../draft.ts'
import type { Prompter } from '../prompter.ts'
import type { SetupEffects } from '../setupEffects.ts'

/** A spreadsheet that can be read, and the first rows of its tabs. */
export interface FoundSpreadsheet {
  readonly spreadsheet: DraftSpreadsheet
  readonly peeks: readonly SheetPeek[]
}

/** Asks for links one by one; each is tried at once. At least one can be read in the end. */
export async function askSpreadsheets(
  prompter: Prompter,
  effects: SetupEffects,
): Promise<FoundSpreadsheet[]> {
  const found: FoundSpreadsheet[] = []
  for (;;) {
    const id = await askLink(prompter, found)
    if (id === null) return found
    const next = await readOrExplain(id, prompter, effects)
    if (next) found.push(next)
  }
}

/** The id of the next spreadsheet; null if there are enough. */
async function askLink(prompter: Prompter, found: readonly FoundSpreadsheet[]): Promise<string | null> {
  const isFirst = found.length === 0
  const answer = await prompter.ask({
    question: isFirst ? 'Link of the spreadsheet' : 'Link of another spreadsheet (empty if that was all)',
    ...(isFirst ? { example: exampleLink } : {}),
    problem: (text) => {
      if (text === '') return isFirst ? 'Paste the link from the browser.' : null
      const id = spreadsheetId(text)
      if (id === null) return `That is no link of a Google spreadsheet. It looks like ${exampleLink}`
      return found.some(({ spreadsheet }) => spreadsheet.id === id)
        ? 'That one is in the list already.'
        : null
    },
  })
  return answer === '' ? null : spreadsheetId(answer)
}

/** Tries until it can be read, or the person wants another. */
async function readOrExplain(
  id: string,
  prompter: Prompter,
  effects: SetupEffects,
): Promise<FoundSpreadsheet | null> {
  for (;;) {
    try {
      const found = await prompter.wait('Reading its first rows', () => read(id, effects))
      const watched = await askDrive(id, prompter, effects)
      prompter.good(
        `"${onOneLine(found.spreadsheet.title)}" can be read: ${counted(found.peeks.length, 'tab')} with cells.`,
      )
      if (found.spreadsheet.volatile) {
        prompter.good('It has formulas that change by themselves, so every run will read it in full.')
      }
      return { ...found, spreadsheet: { ...found.spreadsheet, watched } }
    } catch (error) {
      if (!(error instanceof SyncError)) throw error
      prompter.trouble(error.message, error.hint)
    }
    const next = await prompter.choose({
      question: 'What now?',
      choices: [
        { value: 'again', label: 'Try this link again', hint: 'after sharing the spreadsheet' },
        { value: 'other', label: 'Give another link' },
      ],
    })
    if (next === 'other') return null
  }
}

async function read(id: string, effects: SetupEffects): Promise<FoundSpreadsheet> {
  const api = await effects.google('read')
  const found = await api.spreadsheet(id)
  const peeks = await peekSpreadsheet(api, found)
  const formulas = await peekFormulas(api, found)
  const isVolatile = formulas.some((rows) => volatileFunctions(rows).length > 0)
  return {
    spreadsheet: { id, title: found.title, timeZone: found.timeZone, volatile: isVolatile, watched: true },
    peeks,
  }
}

/**
 * Whether Drive tells when the spreadsheet changed; without it every run reads every value. Throws `SyncError`
 * for a spreadsheet in the bin.
 */
async function askDrive(id: string, prompter: Prompter, effects: SetupEffects): Promise<boolean> {
  for (;;) {
    try {
      const { canEdit } = await (await effects.google('read')).file(id)
      if (canEdit === true) {
        prompter.trouble('The account could edit it.', 'Share it as Viewer: nothing more is needed.')
      }
      return true
    } catch (error) {
      if (!(error instanceof GoogleError) || error.trouble === 'wrong_file') throw error
      prompter.trouble(error.message, error.hint)
    }
    const question = 'Go on without Google Drive telling of changes? Every run then reads every value.'
    if (await prompter.confirm(question, false)) return false
  }
}
