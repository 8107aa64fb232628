import { createWriteStream } from 'node:fs'
import { chmod, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'

/** What the workspace does to the disk, so that a test can let it fail anywhere. */
export interface WorkspaceFiles {
  /** Makes a folder, with those above it, that nobody else may open. */
  makeFolder(path: string): Promise<void>
  /** A new file that is on the disk when its stream has closed. */
  create(path: string): Writable
  /** Writes a whole file, on the disk when this returns. */
  write(path: string, text: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** With all that is in it; nothing there is fine. */
  remove(path: string): Promise<void>
  /** Null where there is none, or none that may be read. */
  read(path: string): Promise<string | null>
  /** Bytes and time of the last change (milliseconds since 1970); null where there is nothing. */
  stat(path: string): Promise<{ readonly bytes: number; readonly changedMs: number } | null>
  /** Names in a folder; none where there is no such folder. */
  list(path: string): Promise<readonly string[]>
}

export const workspaceFiles: WorkspaceFiles = {
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 })
    // A folder that was there already keeps its mode otherwise.
    await chmod(path, 0o700)
  },
  create: (path) => createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  write: async (path, text) => {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
  },
  rename: async (from, to) => {
    await rename(from, to)
    await syncFolder(dirname(to))
  },
  remove: (path) => rm(path, { recursive: true, force: true }),
  read: (path) => readFile(path, 'utf8').catch(() => null),
  stat: async (path) => {
    const info = await stat(path).catch(() => null)
    return info && { bytes: info.size, changedMs: info.mtimeMs }
  },
  list: (path) => readdir(path).catch(() => []),
}

/** So that a renaming outlasts a power cut; not every system opens folders. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null)
  if (folder === null) return
  try {
    await folder.sync()
  } catch {
    // The renaming itself is done; how soon it is on the disk is up to the system.
  } finally {
    await folder.close()
  }
}
