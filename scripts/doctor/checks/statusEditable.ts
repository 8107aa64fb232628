import { fail, pass, type Check, type Finding } from '../check.ts'
import type { DoctorContext } from '../context.ts'

/** Whether the account may write to the status workbook. */
export const statusEditable: Check = {
  id: 'status-editable',
  title: 'whether the account can write to the status workbook',
  needs: ['status-readable'],
  run: async (context): Promise<Finding[]> => {
    const id = (await context.config()).sheets.status_workbook
    if (id === undefined) return []
    const told = await toldByDrive(context, id)
    if (told === null) await tryWriting(context, id)
    if (told !== false) return [pass('The account can write to the status workbook')]
    return [
      fail(
        'The account can read the status workbook, but not write to it.',
        'In the status workbook: Share > the address of the account > Editor.',
      ),
    ]
  },
}

async function toldByDrive(context: DoctorContext, id: string): Promise<boolean | null> {
  if (!(await context.config()).sheets.change_detection) return null
  return (await context.file(id)).canEdit
}

/** Gives the workbook the title that it has. Throws `GoogleError` if that is not allowed. */
async function tryWriting(context: DoctorContext, id: string): Promise<void> {
  const { title } = await context.spreadsheet(id)
  const sameTitle = { updateSpreadsheetProperties: { properties: { title }, fields: 'title' } }
  await (await context.googleWriter()).update(id, [sameTitle], { idempotent: true })
}
