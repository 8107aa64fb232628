import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { siteWorkerPath } from '../../src/policy/registerSiteWorker.ts'
import type { SiteFiles } from '../../src/worker/siteFiles.ts'

const source = resolve(import.meta.dirname, '../../src/worker/siteWorker.ts')

/**
 * Writes a built site's service worker: one script, with the list of the build's own files in front. `files` are all of
 * the site's, relative to `root`; its pages are final by then. Gives the path of what it wrote, relative to the root.
 */
export async function writeWorker(root: string, files: readonly string[]): Promise<string> {
  const bundled = await build({
    entryPoints: [source],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
  })
  const script = bundled.outputFiles[0]?.text ?? ''
  const site = await siteFiles(files, (file) => readFile(join(root, file)), script)
  await writeFile(join(root, siteWorkerPath), `const builtSite=${JSON.stringify(site)};\n${script}`)
  return siteWorkerPath
}

/**
 * What the worker keeps of a build. Not the page for addresses that there are not: whether there is one, the host alone
 * can say. `script` is the worker's own, whose change makes another version too.
 */
export async function siteFiles(
  files: readonly string[],
  read: (file: string) => Promise<Uint8Array>,
  script: string,
): Promise<SiteFiles> {
  const hashes = async (names: readonly string[], address: (file: string) => string) =>
    Object.fromEntries(
      await Promise.all(names.map(async (file) => [address(file), sha256(await read(file))] as const)),
    )
  const pages = await hashes(
    files.filter((file) => /(^|\/)index\.html$/.test(file)),
    (file) => file.replace(/index\.html$/, ''),
  )
  const needed = await hashes(
    files.filter((file) => file.startsWith('_astro/') || file === 'favicon.png'),
    (file) => file,
  )
  const engine = files.filter((file) => file.startsWith('engine/')).toSorted()
  const kept = { pages, files: needed, engine }
  return { version: sha256(JSON.stringify([kept, script])).slice(0, 16), ...kept }
}

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
