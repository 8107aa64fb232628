import { chmod, mkdir, stat } from 'node:fs/promises'
import { SyncError } from '../errors/SyncError.ts'
import { servedFolderOf } from '../publish/servedFolderOf.ts'

/**
 * Refuses an output folder that is not fit: a file, and for anything but the demo a folder that the site
 * is served from or that others can read. Makes nothing. Throws `SyncError`.
 */
export async function guardOutput(
  out: string,
  { demo, project }: { demo: boolean; project: string },
): Promise<void> {
  // Where a link itself lies counts too: the copies and the list of rejected rows are written beside it.
  const served = demo ? null : await servedFolderOf(out, project)
  if (served !== null) throw isServed(served)
  const found = await stat(out).catch(() => null)
  if (found && !found.isDirectory()) {
    throw new SyncError(`The output ${out} is a file.`, 'Name a folder with --out.')
  }
  if (!demo && found && (found.mode & 0o077) !== 0) {
    throw new SyncError(
      `The output folder ${out} can be read by other users of this computer.`,
      'Name a new folder with --out, or close it first: chmod 700 <folder>',
    )
  }
}

/** Makes the output folder; for anything but the demo its owner alone can enter it. Throws `SyncError`. */
export async function createOutput(out: string, { demo }: { demo: boolean }): Promise<void> {
  const existed = (await stat(out).catch(() => null)) !== null
  try {
    await mkdir(out, { recursive: true, ...(demo ? {} : { mode: 0o700 }) })
    // mkdir leaves the mode to the umask; this says it outright.
    if (!demo && !existed) await chmod(out, 0o700)
  } catch (cause) {
    throw new SyncError(
      `The output folder ${out} cannot be made.`,
      'Name a folder with --out whose parent exists, is a folder and may be written to.',
      { cause },
    )
  }
}

function isServed(folder: string): SyncError {
  return new SyncError(
    `The folder ${folder}/ is part of the site, or published with it, and must not hold a real practice's numbers.`,
    'Leave --out away (the bundle then goes to data/private/bundle), or name a private folder.',
  )
}
