import { describe, expect, it } from 'vitest'
import { headersFile } from '../../../scripts/policy/headersFile.ts'
import { cacheRule, commonHeaders, keptForever, neverKept } from '../../../src/policy/responseHeaders.ts'
import { readHeadersFile } from './readHeadersFile.ts'

const files = [
  '404.html',
  '_astro/page.Dp8lEpBT.js',
  'bundle/data/0123456789abcdef0123456789abcdef.age',
  'bundle/manifest.json',
  'collections/index.html',
  'engine/duckdb-eh.4c221bfa59c11f24.wasm.gz',
  'favicon.png',
  'index.html',
]
const text = headersFile(files)

describe('the _headers file', () => {
  it.each([
    ...files.map((file) => [`/${file}`, file]),
    ['/', 'index.html'],
    ['/collections/', 'collections/index.html'],
    ['/bundle/keys/abc.age', 'bundle/keys/abc.age'],
    ['/heartbeat.json', 'heartbeat.json'],
  ])('gives %s every header once, and its own rule for keeping', (address, file) => {
    expect(readHeadersFile(text, address)).toEqual({ ...commonHeaders, 'Cache-Control': cacheRule(file) })
  })

  it('keeps for ever what is named by its contents, and never a page, the manifest or a key', () => {
    expect(files.filter((file) => cacheRule(file) === keptForever)).toEqual([
      '_astro/page.Dp8lEpBT.js',
      'bundle/data/0123456789abcdef0123456789abcdef.age',
      'engine/duckdb-eh.4c221bfa59c11f24.wasm.gz',
    ])
    expect(['index.html', 'bundle/manifest.json', 'bundle/keys/abc.age'].map(cacheRule)).toEqual(
      Array(3).fill(neverKept),
    )
  })

  it('does not name the files of a bundle, which change without a build', () => {
    expect(text).not.toContain('0123456789abcdef')
  })

  it('fits what common hosts take', () => {
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(2000)
    const many = Array.from({ length: 100 }, (_, index) => `page-${String(index)}/index.html`)
    expect(() => headersFile(many)).toThrow('too many rules')
  })
})
