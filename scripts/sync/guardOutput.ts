import { chmod, mkdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { SyncError } from '../errors/SyncError.ts'

/** Folders of the project that a host may serve to everyone. */
const served = ['public', 'dist']

/**
 * Refuses an output folder that is not fit: a file, and for anything but the demo a folder that the site
 * is served from or that others can read. Makes nothing. Throws `SyncError`.
 */
export async function guardOutput(
  out: string,
  { demo, project }: { demo: boolean; project: string },
): Promise<void> {
  // Also where a link itself lies: the copies and the list of rejected rows are written beside it.
  const beside = join(await trueFolder(dirname(resolve(out))), basename(resolve(out)))
  for (const place of demo ? [] : [await trueFolder(out), beside]) {
    refuseServed(place, await trueFolder(project))
  }
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

/** Where a path really leads, links followed, even if its last folders do not exist yet. */
async function trueFolder(path: string): Promise<string> {
  const full = resolve(path)
  const found = await realpath(full).catch(() => null)
  if (found !== null || dirname(full) === full) return found ?? full
  return join(await trueFolder(dirname(full)), basename(full))
}

function refuseServed(out: string, project: string): void {
  for (const folder of served) {
    if (!isInside(resolve(out), resolve(project, folder))) continue
    throw new SyncError(
      `The folder ${folder}/ is part of the site and must not hold a real practice's numbers.`,
      'Leave --out away (the bundle then goes to data/private/bundle), or name a private folder.',
    )
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`))
}
