import type { DriveFile } from '../../../google/googleApi.ts'
import type { DoctorContext } from '../../context.ts'

/** What Drive tells of a file; null where change detection, and with it Drive, is off. */
export async function driveFile(context: DoctorContext, id: string): Promise<DriveFile | null> {
  return (await context.config()).sheets.change_detection ? context.file(id) : null
}
