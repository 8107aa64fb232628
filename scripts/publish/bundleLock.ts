import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { SyncError } from '../errors/SyncError.ts'

/**
 * Takes the folder's lock, so that two syncs never write one bundle at a time, and returns what
 * releases it. A lock whose process has ended is taken over. Throws `SyncError` if another sync runs.
 */
export async function bundleLock(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, '.lock')
  if (!(await take(path))) {
    const holder = Number(await readFile(path, 'utf8').catch(() => ''))
    if (holder > 0 && isRunning(holder)) {
      throw new SyncError(
        `Another sync (process ${String(holder)}) is writing to ${folder}.`,
        'Wait until it has finished, then run the sync again.',
      )
    }
    await rm(path, { force: true })
    if (!(await take(path))) {
      throw new SyncError(
        `Another sync has just begun to write to ${folder}.`,
        'Wait until it has finished, then run the sync again.',
      )
    }
  }
  return () => rm(path, { force: true })
}

async function take(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx')
    await handle.writeFile(String(process.pid))
    await handle.close()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
