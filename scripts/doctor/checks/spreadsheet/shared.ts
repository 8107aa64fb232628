import { GoogleError } from '../../../google/GoogleError.ts'
import { counted } from '../../../words/counted.ts'
import { pass, type Check } from '../../check.ts'

/** Whether the account can read the spreadsheet through the Sheets API. */
export function shared(id: string): Check {
  return {
    id: `shared ${id}`,
    title: 'whether it is shared with the account',
    needs: ['token'],
    run: async (context) => {
      try {
        const { title, tabs } = await context.spreadsheet(id)
        const count = counted(tabs.length, 'tab')
        return [pass(`"${title}" can be read (${count})`)]
      } catch (error) {
        // What is no Google spreadsheet was reached all the same: the next line says what it is.
        if (error instanceof GoogleError && error.trouble === 'wrong_file')
          return [pass('The file is shared')]
        throw error
      }
    },
  }
}
