import { pass, type Check, type Finding } from '../check.ts'

/** Whether the status workbook is shared with the account at all. */
export const statusReadable: Check = {
  id: 'status-readable',
  title: 'whether the status workbook is shared',
  needs: ['status-named', 'token'],
  run: async (context): Promise<Finding[]> => {
    const id = (await context.config()).sheets.status_workbook
    if (id === undefined) return []
    const { title } = await context.spreadsheet(id)
    return [pass(`The status workbook "${title}" is shared with the account`)]
  },
}
