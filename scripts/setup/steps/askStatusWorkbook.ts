import { onOneLine } from '../../errors/onOneLine.ts'
import { SyncError } from '../../errors/SyncError.ts'
import { exampleLink } from '../../google/spreadsheetLink.ts'
import { spreadsheetId } from '../../private/config/spreadsheetId.ts'
import type { DraftSpreadsheet } from '../draft.ts'
import type { Prompter } from '../prompter.ts'
import type { SetupEffects } from '../setupEffects.ts'

const explanation = `After each run the sync can write into one spreadsheet of its own: what was read and
published, which cells to mend, which values to map, and lists of what to work on.
The lists name patients by your own numbers, so they stay in Google Sheets.

Make an empty spreadsheet, share it with the same address, this time as Editor, and keep
it apart from those that are read. It is optional; you can add it later.`

/** Asks for the status workbook and tries that it can be written to. Its id; null for none. */
export async function askStatusWorkbook(
  prompter: Prompter,
  effects: SetupEffects,
  sources: readonly DraftSpreadsheet[],
): Promise<string | null> {
  prompter.tell('Status workbook', explanation)
  for (;;) {
    const answer = await prompter.ask({
      question: 'Link of the status workbook (empty for none)',
      example: exampleLink,
      problem: (text) => problemOf(text, sources),
    })
    const id = answer === '' ? null : spreadsheetId(answer)
    if (id === null) return null
    try {
      const title = await prompter.wait('Trying to write to it', () =>
        tryWriting(
          id,
          effects,
          sources.every(({ watched }) => watched),
        ),
      )
      prompter.good(`"${onOneLine(title)}" can be written to.`)
      return id
    } catch (error) {
      if (!(error instanceof SyncError)) throw error
      prompter.trouble(error.message, error.hint)
    }
  }
}

function problemOf(text: string, sources: readonly DraftSpreadsheet[]): string | null {
  if (text === '') return null
  const id = spreadsheetId(text)
  if (id === null) return 'That is no link of a Google spreadsheet.'
  if (!sources.some((source) => source.id === id)) return null
  return 'That one is read. The status workbook must be a spreadsheet of its own.'
}

/** Its title. Throws `SyncError` if the account may not write. */
async function tryWriting(id: string, effects: SetupEffects, asksDrive: boolean): Promise<string> {
  const reader = await effects.google('read')
  const { title } = await reader.spreadsheet(id)
  const canEdit = asksDrive ? (await reader.file(id)).canEdit : null
  if (canEdit === false) {
    throw new SyncError(
      `"${title}" can be read, but not written to.`,
      'In the status workbook: Share > the address of the account > Editor. Then paste the link again.',
    )
  }
  if (canEdit === null) {
    const sameTitle = { updateSpreadsheetProperties: { properties: { title }, fields: 'title' } }
    await (await effects.google('write')).update(id, [sameTitle], { idempotent: true })
  }
  return title
}
