import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chunkOf } from '../../../scripts/chunks/chunkOf.ts'

const source = resolve(import.meta.dirname, '../../../src')
const own = (path: string) => `${source}/${path}`

/** Who imports whom, statically. */
const imports: Readonly<Record<string, readonly string[]>> = {
  [own('layouts/siteScript.ts')]: [own('access/takeLink.ts'), own('bundle/startPage.ts')],
  [own('bundle/startPage.ts')]: [own('bundle/BundleError.ts')],
  [own('bundle/firstNumbers.ts')]: [own('format/formatDay.ts')],
  [own('format/formatDay.ts')]: [own('periods/month.ts'), own('bundle/BundleError.ts')],
  [own('bundle/unseal.ts')]: ['/lib/age.js', own('bundle/BundleError.ts')],
  // A ring, as libraries have them.
  '/lib/age.js': ['/lib/curve.js'],
  '/lib/curve.js': ['/lib/age.js'],
  [own('components/mountPage.tsx')]: [
    '/lib/react.js',
    own('format/formatDay.ts'),
    own('print/writePaperHead.ts'),
  ],
}
const graph = {
  getModuleInfo: (id: string) => (imports[id] ? { importedIds: imports[id] } : null),
}

describe('the files of a page’s first number', () => {
  it('hold what is needed for one step each, however far it is imported', () => {
    expect(chunkOf(own('bundle/firstNumbers.ts'), graph)).toBe('numbers')
    expect(chunkOf(own('periods/month.ts'), graph)).toBe('numbers')
    expect(chunkOf(own('bundle/unseal.ts'), graph)).toBe('unseal')
    expect(chunkOf('/lib/curve.js', graph)).toBe('unseal')
  })

  it('leave with the page’s own script what that needs anyway, in one file, but not what takes the secret', () => {
    expect(chunkOf(own('bundle/startPage.ts'), graph)).toBe('first')
    expect(chunkOf(own('bundle/BundleError.ts'), graph)).toBe('first')
    expect(chunkOf(own('access/takeLink.ts'), graph)).toBe('takeLink')
  })

  it('hold nothing of the interface, which is one file but for what a page without it has too', () => {
    expect(chunkOf(own('components/mountPage.tsx'), graph)).toBe('interface')
    expect(chunkOf('/lib/react.js', graph)).toBe('interface')
    expect(chunkOf(own('print/writePaperHead.ts'), graph)).toBeNull()
    expect(chunkOf(own('charts/TrendPlot.tsx'), graph)).toBeNull()
  })
})
