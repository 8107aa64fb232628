import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { headersFile } from './headersFile.ts'
import { hardenPage } from './hardenPage.ts'

/**
 * Finishes a built site: every page carries the policy and nothing else, and `_headers` says the same for
 * hosts that send headers. Throws if a page is not safe under the policy, or if the build left a source map
 * behind; the site is not to be used then. `finish` may add to the site once its pages are final: it is given the files
 * so far, and says which it wrote, relative to the root.
 */
export async function hardenBuild(
  root: string,
  finish: (root: string, files: readonly string[]) => Promise<string>,
): Promise<void> {
  const files = await filesOf(root)
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const path = join(root, file)
    await writeFile(path, await namingFile(file, async () => hardenPage(await readFile(path, 'utf8'))))
  }
  for (const file of files.filter((name) => /^_astro\/.*\.(js|css)$/.test(name))) {
    const text = await readFile(join(root, file), 'utf8')
    if (text.includes('sourceMappingURL')) throw new Error(`source map named in ${file}`)
  }
  const map = files.find((name) => name.endsWith('.map'))
  if (map !== undefined) throw new Error(`source map left in the build: ${map}`)
  const added = await finish(root, files)
  await writeFile(join(root, '_headers'), headersFile([...new Set([...files, added])].toSorted()))
}

/** Every file below a folder, relative to it, in order and with forward slashes. */
async function filesOf(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}

async function namingFile(file: string, work: () => Promise<string>): Promise<string> {
  try {
    return await work()
  } catch (cause) {
    throw new Error(`${file}: ${cause instanceof Error ? cause.message : 'unsafe'}`, { cause })
  }
}
