import { chmod, mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { replaceFile } from '../files/replaceFile.ts'

/** Writes a file that only its owner can open, in one step: a broken-off run leaves the old one, or none. */
export async function writePrivately(path: string, text: string): Promise<void> {
  const folder = dirname(path)
  const wasThere = (await stat(folder).catch(() => null)) !== null
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // mkdir leaves the mode to the umask; this says it outright.
  if (!wasThere) await chmod(folder, 0o700)
  await replaceFile(path, text)
}
