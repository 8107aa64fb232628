import { pass, type Check, type Finding } from '../../check.ts'
import { driveFile } from './driveFile.ts'

/** Whether the spreadsheet lies in the bin, from which Drive deletes it after 30 days. */
export function notInBin(id: string): Check {
  return {
    id: `bin ${id}`,
    title: 'whether it is in the bin',
    needs: [`drive ${id}`],
    run: async (context): Promise<Finding[]> => {
      // What lies in the bin is refused by `file` itself, in words.
      const file = await driveFile(context, id)
      return file === null ? [] : [pass('It is not in the bin')]
    },
  }
}
