import { SyncError } from '../../scripts/errors/SyncError.ts'

/** The `SyncError` that the work ends with; anything else, success too, fails the test. */
export async function caughtSyncError(work: () => unknown): Promise<SyncError> {
  try {
    await work()
  } catch (error) {
    if (error instanceof SyncError) return error
    throw error
  }
  throw new Error('expected a SyncError, but nothing was refused')
}
