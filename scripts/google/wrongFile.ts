import { GoogleError } from './GoogleError.ts'
import { spreadsheetLink } from './spreadsheetLink.ts'

/** The file is there and is no Google spreadsheet, or is in the bin. */
export function wrongFile(id: string, what: 'trashed' | 'other' | 'office', status?: number): GoogleError {
  const link = spreadsheetLink(id)
  const texts = {
    trashed: {
      message: `The spreadsheet is in the bin: ${link}.`,
      hint: 'Its owner can take it out (Google Drive > Bin > right click > Restore). If another one has taken its place, name that one in the configuration.',
    },
    office: {
      message: `This is an Excel file kept in Google Drive, not a Google spreadsheet: ${link}.`,
      hint: 'Open it and choose File > Save as Google Sheets; then name the new spreadsheet in the configuration and share it. Or download it and use --source folder.',
    },
    other: {
      message: `This is not a Google spreadsheet: ${link}.`,
      hint: 'Open the spreadsheet itself in the browser and copy the address from there into the configuration (it has /spreadsheets/d/ in it). A folder, a form or a shortcut will not do.',
    },
  }
  return new GoogleError('wrong_file', texts[what], status === undefined ? {} : { status })
}
