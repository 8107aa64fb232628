import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { CommandRun } from '../sync/runSync.ts'
import { layersOf, type Layer } from './layersOf.ts'
import type { Finding, Sweep } from './Sweep.ts'

/** Every file below a folder with its path from there, and one layer of all paths. None if there is no folder. */
export async function filesBelow(folder: string, name: string): Promise<Layer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries.map((entry) => join(entry.parentPath, entry.name))
  const files = entries.flatMap((entry, index) => (entry.isFile() ? [paths[index] ?? ''] : []))
  const layers = files.map(async (path) => ({
    where: join(name, relative(folder, path)),
    bytes: await readFile(path),
  }))
  const names = paths.map((path) => relative(folder, path)).join('\n')
  return [{ where: `names in ${name}`, bytes: Buffer.from(names) }, ...(await Promise.all(layers))]
}

/** What a command said. */
export function saidBy({ stdout, stderr }: Pick<CommandRun, 'stdout' | 'stderr'>): Layer[] {
  return [
    { where: 'stdout', bytes: Buffer.from(stdout) },
    { where: 'stderr', bytes: Buffer.from(stderr) },
  ]
}

/** The canaries in these outputs and in all that they hold, each place and form as one line. */
export async function leaks(
  sweep: Sweep,
  outputs: readonly Layer[],
  identities: readonly string[] = [],
): Promise<string[]> {
  const found: Finding[] = []
  for (const output of outputs) {
    for (const { where, bytes } of await layersOf(output, identities)) found.push(...sweep.find(bytes, where))
  }
  return found.map(({ canary, form, where }) => `${canary} (${form}) in ${where}`)
}
