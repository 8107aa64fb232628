import { SyncError } from '../../../errors/SyncError.ts'

/** What is wrong with an X12 file, and where; never what the file says there. */
export interface X12Problem {
  /** Place of the segment in the file, from 1; null where it is the file as a whole. */
  readonly segment: number | null
  /** `CLP` */
  readonly id?: string
  readonly text: string
}

/** The refusal of a file for one of its problems. */
export function refuseX12(file: string, { segment, id, text }: X12Problem): SyncError {
  const where = segment === null ? '' : `, segment ${String(segment)}${id === undefined ? '' : ` (${id})`}`
  return new SyncError(
    `Remittance file "${file}"${where}: ${text}.`,
    'Download the file again from the payer or clearinghouse. If it stays so, ask them for a corrected one, and take this one out of the folder.',
  )
}
