import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { BundleError, openBundle } from '../../../src/bundle/openBundle.ts'

const base = new URL('https://clinic.example/bundle/')
const practice = Buffer.from(JSON.stringify({ name: 'Sample Clinic' }))

function manifest(change: object = {}): string {
  const sha256 = createHash('sha256').update(practice).digest('hex')
  const file = {
    name: 'practice',
    path: `practice.${sha256.slice(0, 16)}.json`,
    bytes: practice.length,
    sha256,
  }
  return JSON.stringify({
    format: 1,
    demo: true,
    syncedAt: '2026-11-04T11:00:00Z',
    files: [{ ...file, ...change }],
  })
}

/** Answers requests as a host would, and counts them. */
function host(files: Record<string, string | Buffer>): string[] {
  const asked: string[] = []
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('fetch', (url: URL) => {
    const name = url.pathname.replace('/bundle/', '').replace(/\.[0-9a-f]{16}\./, '.')
    asked.push(name)
    const body = files[name]
    return Promise.resolve(
      body === undefined
        ? new Response(null, { status: 404 })
        : new Response(new Uint8Array(Buffer.from(body))),
    )
  })
  return asked
}

afterEach(() => vi.unstubAllGlobals())

describe('a bundle', () => {
  it('gives a file that is what the manifest says, asking for it once', async () => {
    const asked = host({ 'manifest.json': manifest(), 'practice.json': practice })
    const bundle = await openBundle(base)
    await bundle.readBytes('practice')
    expect(await bundle.readJson('practice')).toEqual({ name: 'Sample Clinic' })
    expect(asked).toEqual(['manifest.json', 'practice.json'])
  })

  it.each([
    ['other bytes', { sha256: 'f'.repeat(64) }],
    ['another length', { bytes: 3 }],
  ])('refuses a file with %s than the manifest says', async (_, change) => {
    host({ 'manifest.json': manifest(change), 'practice.json': practice })
    const bundle = await openBundle(base)
    await expect(bundle.readBytes('practice')).rejects.toThrow('is damaged')
  })

  it('asks again after a failure', async () => {
    const files: Record<string, string | Buffer> = { 'manifest.json': manifest() }
    host(files)
    const bundle = await openBundle(base)
    await expect(bundle.readBytes('practice')).rejects.toThrow(BundleError)
    files['practice.json'] = practice
    expect((await bundle.readBytes('practice')).length).toBe(practice.length)
  })

  it('says what is wrong where there is none, or a newer one', async () => {
    host({})
    await expect(openBundle(base)).rejects.toThrow('No published data was found beside this page.')
    host({ 'manifest.json': JSON.stringify({ format: 2, files: [] }) })
    await expect(openBundle(base)).rejects.toThrow('newer than this page')
  })
})
