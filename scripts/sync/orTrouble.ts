import { SyncError } from '../errors/SyncError.ts'

/** What follows once the run's result stands: the disk's trouble with it is told and refuses nothing any more. */
export async function orTrouble(what: string, work: () => Promise<void>): Promise<SyncError[]> {
  try {
    await work()
    return []
  } catch (cause) {
    if (cause instanceof SyncError) return [cause]
    if (!(cause instanceof Error) || !('code' in cause)) throw cause
    const hint = 'Check that the disk has room and that you may write beside the bundle; then sync again.'
    return [new SyncError(`${what} (${String(cause.code)}).`, hint, { cause })]
  }
}
