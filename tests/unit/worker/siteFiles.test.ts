import { describe, expect, it } from 'vitest'
import { siteFiles } from '../../../scripts/worker/writeWorker.ts'

const built = [
  '404.html',
  '_astro/page.abc.js',
  'engine/duckdb.wasm.gz',
  'favicon.png',
  'heartbeat.json',
  'index.html',
  'schedule/index.html',
  'bundle/manifest.json',
  'bundle/data/x.pack',
]
const read = (file: string) => Promise.resolve(new TextEncoder().encode(file))

describe('siteFiles(files, read, script)', () => {
  it('lists pages by their addresses and files of the build, and nothing of a bundle', async () => {
    const { pages, files, engine } = await siteFiles(built, read, '')
    expect(Object.keys(pages)).toEqual(['', 'schedule/'])
    expect(Object.keys(files)).toEqual(['_astro/page.abc.js', 'favicon.png'])
    expect(engine).toEqual(['engine/duckdb.wasm.gz'])
    expect(pages['']).toMatch(/^[\da-f]{64}$/)
  })

  it('is another version with another page, file or worker, and the same for the same', async () => {
    const version = async (change: (file: string) => string, script = '') =>
      (await siteFiles(built, (file) => read(change(file)), script)).version
    const same = await version((file) => file)
    expect(await version((file) => file)).toBe(same)
    expect(await version((file) => file.replace('schedule/index.html', 'new'))).not.toBe(same)
    expect(await version((file) => file, 'new')).not.toBe(same)
    // What the worker does not keep makes no new version.
    expect(await version((file) => file.replace('bundle/manifest.json', 'new'))).toBe(same)
  })
})
