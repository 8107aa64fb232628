import { chmod, mkdir, stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { SyncError } from '../errors/SyncError.ts'

/** Folders of the project that a host may serve to everyone. */
const served = ['public', 'dist']

/**
 * Makes the output folder ready. The demo may go anywhere; anything else only into a folder that its
 * owner alone can enter, and never where the site is served from. Throws `SyncError`.
 */
export async function guardOutput(
  out: string,
  { demo, project }: { demo: boolean; project: string },
): Promise<void> {
  if (!demo) refuseServed(out, project)
  const before = await stat(out).catch(() => null)
  if (before && !before.isDirectory()) {
    throw new SyncError(`The output ${out} is a file.`, 'Name a folder with --out.')
  }
  if (demo) {
    await mkdir(out, { recursive: true })
    return
  }
  if (before && (before.mode & 0o077) !== 0) {
    throw new SyncError(
      `The output folder ${out} can be read by other users of this computer.`,
      'Name a new folder with --out, or close it first: chmod 700 <folder>',
    )
  }
  await mkdir(out, { recursive: true, mode: 0o700 })
  // mkdir leaves the mode to the umask; this says it outright.
  if (!before) await chmod(out, 0o700)
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
