import { note, pass, type Check } from '../check.ts'

/** How many spreadsheets the config names; without any, nothing of Google's is checked. */
export const spreadsheetsNamed: Check = {
  id: 'spreadsheets-named',
  title: 'the spreadsheets of the config',
  needs: ['config-valid'],
  run: async (context) => {
    const count = (await context.config()).sheets.spreadsheets.length
    // That none is named twice, and none is the status workbook, makes a config valid.
    if (count > 0)
      return [pass(`The config names ${count === 1 ? '1 spreadsheet' : `${count} spreadsheets`}, each once`)]
    return [
      note(
        'The config names no Google spreadsheet: only a folder can be synced with it.',
        'For Google Sheets list the links under "sheets: spreadsheets:", or run npm run setup.',
      ),
    ]
  },
}
