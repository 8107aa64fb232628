import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { SyncError } from '../errors/SyncError.ts'

/** Folders that this process writes to: a lock with its number for another one is a dead process's. */
const writing = new Set<string>()

/**
 * Takes the folder's lock, so that two syncs never write one bundle at a time, and returns what
 * releases it. A lock whose process has ended is taken over. Throws `SyncError` if another sync runs.
 */
export async function bundleLock(folder: string): Promise<() => Promise<void>> {
  const path = join(resolve(folder), '.lock')
  if (writing.has(path)) throw isBusy(folder, process.pid, path)
  writing.add(path)
  try {
    if (!(await take(path))) await takeOver(path, folder)
  } catch (error) {
    writing.delete(path)
    throw error
  }
  return async () => {
    await rm(path, { force: true })
    writing.delete(path)
  }
}

/** Makes the lock in one step, with this process's number in it: nobody ever reads it half written. */
async function take(path: string): Promise<boolean> {
  const aside = `${path}.${randomUUID()}`
  try {
    await writeFile(aside, String(process.pid))
    await link(aside, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(aside, { force: true })
  }
}

/** Puts a dead process's lock away and takes its place. */
async function takeOver(path: string, folder: string): Promise<void> {
  const holder = await holderOf(path)
  if (isAlive(holder)) throw isBusy(folder, holder, path)
  const aside = `${path}.${randomUUID()}`
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  )
  // Between the look and the move a new lock may have taken the place of the dead one: it is put back.
  const isDead = moved && (await holderOf(aside)) === holder
  if (moved && !isDead) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
  if (isDead && (await take(path))) return
  throw isBusy(folder, await holderOf(path), path)
}

function isBusy(folder: string, holder: number, path: string): SyncError {
  return new SyncError(
    `Another sync (process ${String(holder)}) is writing to ${folder}.`,
    `Wait until it has finished, then run the sync again. If no sync is running, remove ${path}.`,
  )
}

async function holderOf(path: string): Promise<number> {
  return Number(await readFile(path, 'utf8').catch(() => ''))
}

/** This process's own number is never a living holder here: what it writes to is known before. */
function isAlive(pid: number): boolean {
  if (!(pid > 0) || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
