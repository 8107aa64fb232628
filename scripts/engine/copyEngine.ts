import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { engineFiles, type EngineFile } from '../../src/db/engineFiles.ts'

/** A common host's limit for one file. */
const largestFile = 25 * 1024 * 1024

/**
 * Puts the browser engine of the pinned package into `<publicFolder>/engine`: the WebAssembly gzipped,
 * the worker as it is. Files already there are kept and older ones removed. Throws if the package is
 * not the one that `engineFiles` names, or a file is too large for a common host.
 */
export async function copyEngine(publicFolder: string): Promise<void> {
  const packageFolder = dirname(
    createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'),
  )
  await mkdir(join(publicFolder, 'engine'), { recursive: true })
  await copy(join(packageFolder, 'duckdb-eh.wasm'), publicFolder, engineFiles.wasm)
  await copy(join(packageFolder, 'duckdb-browser-eh.worker.js'), publicFolder, engineFiles.worker)
  const wanted = Object.values(engineFiles).map((file) => basename(file.path))
  for (const name of await readdir(join(publicFolder, 'engine'))) {
    if (!wanted.includes(name)) await rm(join(publicFolder, 'engine', name))
  }
}

async function copy(from: string, publicFolder: string, file: EngineFile): Promise<void> {
  const to = join(publicFolder, file.path)
  if ((await readdir(dirname(to))).includes(basename(to))) return
  const bytes = await readFile(from)
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (hash !== file.sha256) throw new Error(`unexpected engine file: ${basename(from)}`)
  // Node writes no time into the header, so the same machine gives the same bytes.
  const published = file.path.endsWith('.gz') ? await promisify(gzip)(bytes, { level: 9 }) : bytes
  if (published.length > largestFile) throw new Error(`engine file too large: ${basename(to)}`)
  // Written aside and renamed, so that a run cut short leaves no half file to be kept.
  await writeFile(`${to}.part`, published)
  await rename(`${to}.part`, to)
}

if (import.meta.main) await copyEngine(join(import.meta.dirname, '../../public'))
