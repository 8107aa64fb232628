import { describe, expect, it } from 'vitest'
import type { BuiltChunk } from '../../../scripts/chunks/builtChunk.ts'
import { preloadScripts } from '../../../scripts/chunks/preloadScripts.ts'

const chunk = (name: string, imports: readonly string[] = [], runs = true): BuiltChunk => ({
  fileName: `_astro/${name}.js`,
  name,
  imports: imports.map((one) => `_astro/${one}.js`),
  runs,
})
const chunks: readonly BuiltChunk[] = [
  chunk('takeLink'),
  chunk('page', ['first'], false),
  chunk('first', ['takeLink']),
  chunk('shared'),
  chunk('numbers', ['runtime', 'first']),
  chunk('runtime'),
  chunk('unseal', ['runtime']),
]
/** The same, but for one. */
const but = (changed: BuiltChunk) => chunks.map((one) => (one.name === changed.name ? changed : one))
const script = '<script type="module" src="../_astro/page.js"></script>'
const manifest = '<link rel="preload" as="fetch" href="../bundle/manifest.json">'
const page = (head: string) => `<html><head>${head}</head><body>1</body></html>`

/** The scripts' files in a page, in the order in which it asks for them. */
function asked(html: string): string[] {
  return [...html.matchAll(/(?:src|href)="\.\.\/_astro\/(\w+)\.js"/g)].map(([, name = '']) => name)
}

describe('a built page', () => {
  it('asks at once for its own script in one file, and for nothing that computes: tiles come prepared', () => {
    const html = preloadScripts(page(script + manifest), chunks)
    expect(asked(html)).toEqual(['takeLink', 'first', 'takeLink'])
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
      '<script type="module" async src="../_astro/takeLink.js"></script>' +
        '<script type="module" async src="../_astro/first.js"></script>' +
        '<script type="module" src="../_astro/takeLink.js"></script>',
    )
  })

  it.each([
    ['another script before the secret is taken', chunk('first', ['shared', 'takeLink'])],
    ['nothing that takes the secret', chunk('first', ['shared'])],
    ['another script beside its own', chunk('page', ['first', 'shared'], false)],
    ['code outside of its own script', chunk('page', ['first'], true)],
    ['something imported by what takes the secret', chunk('takeLink', ['shared'])],
    ['more than one file', chunk('first', ['takeLink', 'shared'])],
  ])('is refused with %s', (_what, wrong) => {
    expect(() => preloadScripts(page(script), but(wrong))).toThrow(/the page’s (own )?script/)
  })

  it('is refused with two scripts, none, or one that was not built', () => {
    expect(() => preloadScripts(page(script + script), chunks)).toThrow(/scripts/)
    expect(() => preloadScripts(page(''), chunks)).toThrow(/scripts/)
    expect(() => preloadScripts(page(script), [])).toThrow(/missing script/)
    expect(() => preloadScripts(page(script), [chunk('page', [], false)])).toThrow(/missing script/)
  })
})
