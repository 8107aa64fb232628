import { SyncError } from '../../../errors/SyncError.ts'

/** Does work in the private folder; the disk's own trouble becomes a `SyncError`, which names `folder` if it is given. */
export async function guardDisk<T>(work: () => Promise<T>, folder?: string): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof SyncError || !(cause instanceof Error) || !('syscall' in cause)) throw cause
    const code = 'code' in cause ? String(cause.code) : 'unknown'
    const where = folder === undefined ? '' : `: ${folder}`
    throw new SyncError(
      `The private folder for the copies of the spreadsheets cannot be written (${code})${where}.`,
      'Check that the disk has room, that it is a folder and that you may write there; then sync again.',
      { cause },
    )
  }
}
