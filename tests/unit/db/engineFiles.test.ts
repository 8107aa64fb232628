import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyEngine } from '../../../scripts/engine/copyEngine.ts'
import { engineFiles } from '../../../src/db/engineFiles.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engine-'))
  await copyEngine(folder)
})
afterAll(() => rm(folder, { recursive: true }))

const files = Object.entries(engineFiles).map(([name, file]) => ({ name, file }))

describe('the engine files', () => {
  it.each(files)('$name is that of the pinned package, under its hash', ({ file }) => {
    const published = readFileSync(join(folder, file.path))
    const bytes = file.path.endsWith('.gz') ? gunzipSync(published) : published
    expect(bytes.length).toBe(file.bytes)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256)
    expect(file.path).toContain(file.sha256.slice(0, 16))
  })

  it.each(files)('$name stays under the largest file that common hosts take', ({ file }) => {
    expect(statSync(join(folder, file.path)).size).toBeLessThan(25 * 1024 * 1024)
  })

  it('are kept by a second run, which removes others', async () => {
    const before = statSync(join(folder, engineFiles.wasm.path)).mtimeMs
    await writeFile(join(folder, 'engine/duckdb-eh.old.wasm.gz'), '')
    await copyEngine(folder)
    expect(statSync(join(folder, engineFiles.wasm.path)).mtimeMs).toBe(before)
    expect((await readdir(join(folder, 'engine'))).toSorted()).toEqual(
      files.map(({ file }) => basename(file.path)).toSorted(),
    )
  })
})
