import { describe, expect, it } from 'vitest'
import type { BuiltChunk } from '../../../scripts/chunks/builtChunk.ts'
import { preloadScripts } from '../../../scripts/chunks/preloadScripts.ts'

const chunks: readonly BuiltChunk[] = [
  { fileName: '_astro/take.js', name: 'takeLink', imports: [] },
  { fileName: '_astro/page.js', name: 'page', imports: ['_astro/take.js', '_astro/shared.js'] },
  { fileName: '_astro/shared.js', name: 'shared', imports: [] },
  { fileName: '_astro/numbers.js', name: 'numbers', imports: ['_astro/runtime.js', '_astro/page.js'] },
  { fileName: '_astro/runtime.js', name: 'runtime', imports: [] },
  { fileName: '_astro/unseal.js', name: 'unseal', imports: ['_astro/runtime.js'] },
]
const script = '<script type="module" src="../_astro/page.js"></script>'
const manifest = '<link rel="preload" as="fetch" href="../bundle/manifest.json">'
const page = (head: string) => `<html><head>${head}</head><body>1</body></html>`

/** The scripts' files in a page, in the order in which it asks for them. */
function asked(html: string): string[] {
  return [...html.matchAll(/(?:src|href)="\.\.\/_astro\/(\w+)\.js"/g)].map(([, name = '']) => name)
}

describe('a built page', () => {
  it('asks at once for what its script imports, and for nothing that computes: tiles come prepared', () => {
    const html = preloadScripts(page(script + manifest), chunks)
    expect(asked(html)).toEqual(['take', 'page', 'take', 'shared'])
    expect(html).toContain(manifest)
  })

  it('names what opens seals, for a key to ask for, where it opens a bundle and nowhere else', () => {
    expect(preloadScripts(page(script + manifest), chunks)).toContain(
      '<meta name="opens-seals" content="_astro/unseal.js"><script',
    )
    expect(preloadScripts(page(script), chunks)).not.toContain('unseal')
  })

  it('runs what takes the secret before its own script, both as soon as they are there, and counts as read when it is styled', () => {
    const html = preloadScripts(page(script), chunks)
    expect(html).toContain(
      '<script type="module" async src="../_astro/take.js"></script>' +
        '<script type="module" async src="../_astro/page.js"></script>' +
        '<script type="module" src="../_astro/take.js"></script>',
    )
  })

  it.each([
    ['another script before the secret is taken', ['_astro/shared.js', '_astro/take.js']],
    ['nothing that takes the secret', []],
  ])('is refused with %s', (_what, imports) => {
    const wrong = chunks.map((chunk) => (chunk.name === 'page' ? { ...chunk, imports } : chunk))
    expect(() => preloadScripts(page(script), wrong)).toThrow()
  })

  it('is refused where what takes the secret imports anything', () => {
    const wrong = chunks.map((chunk) =>
      chunk.name === 'takeLink' ? { ...chunk, imports: ['_astro/shared.js'] } : chunk,
    )
    expect(() => preloadScripts(page(script), wrong)).toThrow(/before the secret/)
  })

  it('is refused with two scripts, none, or one that was not built', () => {
    expect(() => preloadScripts(page(script + script), chunks)).toThrow(/scripts/)
    expect(() => preloadScripts(page(''), chunks)).toThrow(/scripts/)
    expect(() => preloadScripts(page(script), [])).toThrow(/missing script/)
  })
})
