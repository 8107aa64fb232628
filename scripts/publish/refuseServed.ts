import { SyncError } from '../errors/SyncError.ts'
import { servedFolderOf } from './servedFolderOf.ts'

/** A file that must never be served. */
export interface PrivateFile {
  readonly path: string
  /** The project's folder. */
  readonly project: string
  /** What it is, as a sentence begins with it: `The signing key`. */
  readonly what: string
  /** Where to put it instead. */
  readonly remedy: string
}

/** Refuses a private file in a folder that is served, or that leads there. Throws `SyncError`. */
export async function refuseServed({ path, project, what, remedy }: PrivateFile): Promise<void> {
  const folder = await servedFolderOf(path, project)
  if (folder === null) return
  throw new SyncError(
    `${what} would lie in ${folder}/, which is part of the site or published with it: ${path}.`,
    remedy,
  )
}
