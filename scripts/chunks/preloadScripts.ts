/** A file with scripts as the builder wrote it; names are relative to the site's root. */
export interface BuiltChunk {
  readonly fileName: string
  /** The part of the plan that it holds, such as `numbers`; see `chunkOf`. */
  readonly name: string
  /** The files without which it does not run. */
  readonly imports: readonly string[]
}

const script = /<script type="module" src="([^"]*?)(_astro\/[^"]+)"><\/script>/g
const opensBundle = 'bundle/manifest.json'

/**
 * A built page that asks for all scripts before its first number at once, instead of for each when another names it:
 * what its own scripts import and, where it opens a bundle, the file that shows one, with what that imports. What
 * opens a sealed bundle is not among them, because the open demo does without. Throws for a script that was not built.
 */
export function preloadScripts(html: string, chunks: readonly BuiltChunk[]): string {
  const scripts = [...html.matchAll(script)].map(([tag, prefix = '', name = '']) => ({ tag, prefix, name }))
  const last = scripts.at(-1)
  if (!last) return html
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const own = scripts.map(({ name }) => name)
  const shown = html.includes(opensBundle) ? chunks.filter(({ name }) => name === 'numbers') : []
  const wanted = new Set([...own, ...shown.map(({ fileName }) => fileName)])
  for (const name of wanted) {
    const chunk = byName.get(name)
    if (!chunk) throw new Error(`missing script: ${name}`)
    for (const imported of chunk.imports) wanted.add(imported)
  }
  const links = [...wanted]
    .filter((name) => !own.includes(name))
    .map((name) => `<link rel="modulepreload" href="${last.prefix}${name}">`)
  return html.replace(last.tag, () => last.tag + links.join(''))
}
