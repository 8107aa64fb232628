import { note, pass, warn, type Check, type Finding } from '../../check.ts'
import { driveFile } from './driveFile.ts'

/** Whether the account can only read: a source that it could write to is shared too widely. */
export function viewerOnly(id: string): Check {
  return {
    id: `viewer ${id}`,
    title: 'whether the account can only view it',
    needs: [`drive ${id}`, `bin ${id}`],
    run: async (context): Promise<Finding[]> => {
      const file = await driveFile(context, id)
      if (file === null) return []
      if (file.canEdit === null) return [note('Drive does not say whether the account could edit it.')]
      if (!file.canEdit) return [pass('The account can view it and not edit it')]
      return [
        warn(
          'The account could edit it; reading needs no more than viewing.',
          'In the spreadsheet: Share > the address of the account > Viewer.',
        ),
      ]
    },
  }
}
