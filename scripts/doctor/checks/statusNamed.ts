import { note, pass, type Check } from '../check.ts'

/** Whether there is a status workbook. */
export const statusNamed: Check = {
  id: 'status-named',
  title: 'which spreadsheet is the status workbook',
  needs: ['config-valid'],
  run: async (context) => {
    // That it is none of those that are read makes a config valid.
    if ((await context.config()).sheets.status_workbook !== undefined) {
      return [pass('The config names a status workbook, apart from the spreadsheets that are read')]
    }
    return [
      note(
        'No status workbook is set: rejected rows, unmapped values and worklists reach nobody in Google Sheets.',
        'Make an empty spreadsheet, share it with the account as Editor, and put its link under "sheets: status_workbook:".',
      ),
    ]
  },
}
