import type { BuiltChunk } from './builtChunk.ts'

const script = /<script type="module" src="([^"]*?)(_astro\/[^"]+)"><\/script>/g
const opensBundle = 'bundle/manifest.json'

/**
 * A built page whose scripts run as soon as they are there, without waiting for the style sheet. What takes a secret
 * out of the address is asked for first and runs first, whichever file comes first: the page's script imports it before
 * all else. What the page's script needs besides is asked for at once. What opens a sealed one is only named, for the script that finds a key in the address: the open demo does
 * without. Throws for a page with other scripts than one, for one that was
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
  const wanted = new Set(rest)
  for (const one of wanted) for (const imported of chunkOfFile(one, chunks).imports) wanted.add(imported)
  const scripts = [
    `<script type="module" async src="${folder}${taking.fileName}"></script>`,
    `<script type="module" async src="${folder}${name}"></script>`,
    // Runs nothing more: the page counts as read with its style sheet only, and is not laid out before, and again with it.
    `<script type="module" src="${folder}${taking.fileName}"></script>`,
  ]
  const links = [...wanted]
    .filter((file) => file !== name && file !== taking.fileName)
    .map((file) => `<link rel="modulepreload" href="${folder}${file}">`)
  const seals = html.includes(opensBundle) ? chunks.filter(({ name }) => name === 'unseal') : []
  const unsealing = seals.map(({ fileName }) => `<meta name="opens-seals" content="${fileName}">`)
  return html.replace(tag, () => [...unsealing, ...scripts, ...links].join(''))
}

function chunkOfFile(fileName: string, chunks: readonly BuiltChunk[]): BuiltChunk {
  const chunk = chunks.find((one) => one.fileName === fileName)
  if (!chunk) throw new Error(`missing script: ${fileName}`)
  return chunk
}
