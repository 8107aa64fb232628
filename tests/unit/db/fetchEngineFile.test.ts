import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { EngineError, fetchEngineFile } from '../../../src/db/fetchEngineFile.ts'

const bytes = new TextEncoder().encode('\0asm and some more')
const file = {
  path: 'engine/x.wasm.gz',
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
}
const base = new URL('https://practice.example/board/')

function answer(body: Uint8Array<ArrayBuffer> | null, status = 200): void {
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(new Response(body, { status }))),
  )
}

afterEach(() => vi.unstubAllGlobals())

describe('fetchEngineFile', () => {
  it('decompresses, and reports progress up to the whole', async () => {
    answer(new Uint8Array(gzipSync(bytes)))
    const shares: number[] = []
    expect(await fetchEngineFile(file, base, (share) => shares.push(share))).toEqual(bytes)
    expect(shares.at(-1)).toBe(1)
    expect(vi.mocked(fetch)).toHaveBeenCalledWith(new URL('https://practice.example/board/engine/x.wasm.gz'))
  })

  it('takes a file that the host has decompressed on the way', async () => {
    answer(bytes)
    expect(await fetchEngineFile(file, base)).toEqual(bytes)
  })

  it.each([
    ['changed', new Uint8Array(bytes.map((byte, index) => (index === 5 ? 0 : byte)))],
    ['too short', bytes.slice(1)],
    ['too long', new Uint8Array([...bytes, 0])],
    ['empty', new Uint8Array()],
  ])('refuses a file that is %s', async (_, body) => {
    answer(body)
    await expect(fetchEngineFile(file, base)).rejects.toThrow(EngineError)
  })

  it('checks the hash without a secure context too', async () => {
    vi.stubGlobal('crypto', {})
    answer(bytes)
    expect(await fetchEngineFile(file, base)).toEqual(bytes)
    answer(new Uint8Array(bytes.map((byte, index) => (index === 5 ? 0 : byte))))
    await expect(fetchEngineFile(file, base)).rejects.toThrow(EngineError)
  })

  it('says when the file is not there', async () => {
    answer(new Uint8Array(), 404)
    await expect(fetchEngineFile(file, base)).rejects.toThrow('not found beside this page')
  })

  it('says when the network fails', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))
    await expect(fetchEngineFile(file, base)).rejects.toThrow('cannot be reached')
  })
})
