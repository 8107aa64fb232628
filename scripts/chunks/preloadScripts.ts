import type { BuiltChunk } from './builtChunk.ts'

const script = /<script type="module" src="([^"]*?)(_astro\/[^"]+)"><\/script>/g
const opensBundle = 'bundle/manifest.json'

/**
 * A built page whose own script runs as soon as it is there, without waiting for the style sheet. What takes a secret
 * out of the address is asked for first and runs first, whichever file comes first: the page's script imports it before
 * all else, and by itself it runs before the page counts as read, when the browser would look for the fragment in it.
 * What the page's script needs besides is asked for at once and, where the page opens a bundle, what shows one too; not what opens
 * a sealed one, because the open demo does without. Throws for a page with other scripts than one, for one that was
 * not built, and for one that runs anything before the secret is taken.
 */
export function preloadScripts(html: string, chunks: readonly BuiltChunk[]): string {
  const [own, ...more] = [...html.matchAll(script)]
  if (!own || more.length > 0) throw new Error('unknown scripts: a page has one')
  const [tag, folder = '', name = ''] = own
  const [first, ...rest] = chunkOfFile(name, chunks).imports
  const taking = chunkOfFile(first ?? '', chunks)
  if (taking.name !== 'takeLink' || taking.imports.length > 0) {
    throw new Error('the page’s script runs something before the secret is taken')
  }
  const shown = html.includes(opensBundle) ? chunks.filter((chunk) => chunk.name === 'numbers') : []
  const wanted = new Set([...rest, ...shown.map(({ fileName }) => fileName)])
  for (const one of wanted) for (const imported of chunkOfFile(one, chunks).imports) wanted.add(imported)
  const scripts = [
    `<script type="module" src="${folder}${taking.fileName}"></script>`,
    `<script type="module" async src="${folder}${name}"></script>`,
  ]
  const links = [...wanted]
    .filter((file) => file !== name && file !== taking.fileName)
    .map((file) => `<link rel="modulepreload" href="${folder}${file}">`)
  return html.replace(tag, () => [...scripts, ...links].join(''))
}

function chunkOfFile(fileName: string, chunks: readonly BuiltChunk[]): BuiltChunk {
  const chunk = chunks.find((one) => one.fileName === fileName)
  if (!chunk) throw new Error(`missing script: ${fileName}`)
  return chunk
}
