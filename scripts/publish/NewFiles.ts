import { lstat, mkdir, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { replaceFile } from '../files/replaceFile.ts'

/** Mode of a bundle's files: who may read them is decided by their folder. */
export const published = 0o666

/** The files of one publication in its folder: a run that fails takes away again what it brought. */
export class NewFiles {
  readonly folder: string
  #brought: string[] = []

  constructor(folder: string) {
    this.folder = folder
  }

  /** Writes a file by its path in the bundle, in one rename. Throws what the disk throws. */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    const full = join(this.folder, path)
    await mkdir(dirname(full), { recursive: true })
    if ((await lstat(full).catch(() => null)) === null) this.#brought.push(path)
    await replaceFile(full, bytes, published)
  }

  /** From now on a manifest names them. */
  keep(): void {
    this.#brought = []
  }

  /** Removes what was not there before. What cannot be removed, the next run will. */
  async takeBack(): Promise<void> {
    for (const path of this.#brought) {
      const full = join(this.folder, path)
      await rm(full, { force: true }).catch(() => undefined)
      // Only a folder in which nothing else lies.
      await rmdir(dirname(full)).catch(() => undefined)
    }
    this.#brought = []
  }
}
