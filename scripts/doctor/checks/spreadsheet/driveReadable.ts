import { GoogleError } from '../../../google/GoogleError.ts'
import { note, pass, type Check } from '../../check.ts'

/** Whether Drive tells when the spreadsheet changed: without it every run reads every value. */
export function driveReadable(id: string): Check {
  return {
    id: `drive ${id}`,
    title: 'whether Drive tells of changes',
    needs: [`shared ${id}`, `kind ${id}`],
    run: async (context) => {
      if (!(await context.config()).sheets.change_detection) {
        return [note('Change detection is off in the config: every run reads every value.')]
      }
      await context.file(id).catch(unlessInBin)
      return [pass('Drive tells of changes: a run over an unchanged spreadsheet costs two requests')]
    },
  }
}

/** Drive did answer then; the next line says so. */
function unlessInBin(error: unknown): void {
  if (error instanceof GoogleError && error.trouble === 'wrong_file') return
  throw error
}
