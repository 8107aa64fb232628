import { pass, type Check } from '../../check.ts'

/** Whether it is a Google spreadsheet, and not a workbook of Excel's that lies in Drive. */
export function fileKind(id: string): Check {
  return {
    id: `kind ${id}`,
    title: 'whether it is a Google spreadsheet',
    needs: [`shared ${id}`],
    run: async (context) => {
      await context.spreadsheet(id)
      return [pass('It is a Google spreadsheet')]
    },
  }
}
