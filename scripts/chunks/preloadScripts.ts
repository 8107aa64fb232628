import type { BuiltChunk } from './builtChunk.ts'

const script = /<script type="module" src="([^"]*?)(_astro\/[^"]+)"><\/script>/g
const opensBundle = 'bundle/manifest.json'

/**
 * A built page whose scripts run as soon as they are there, without waiting for the style sheet. What takes a secret
 * out of the address is asked for first and runs first, whichever file comes first: the page's script imports it before
 * all else. That script is `first`: what the builder wrote for the page itself only imports it, and would be one request
 * more. What opens a sealed bundle is only named, for the script that finds a key in the address: the open demo does
 * without. Throws for a page with other scripts than one, for one that was not built, and for one that runs anything
 * before the secret is taken or is in more files than those.
 */
export function preloadScripts(html: string, chunks: readonly BuiltChunk[]): string {
  const [own, ...more] = [...html.matchAll(script)]
  if (!own || more.length > 0) throw new Error('unknown scripts: a page has one')
  const [tag, folder = '', name = ''] = own
  const page = chunkOfFile(name, chunks)
  const first = onlyImport(page, 'first', chunks)
  const taking = onlyImport(first, 'takeLink', chunks)
  if (page.runs || taking.imports.length > 0)
    throw new Error('the page’s own script is in more files than one')
  const scripts = [
    `<script type="module" async src="${folder}${taking.fileName}"></script>`,
    `<script type="module" async src="${folder}${first.fileName}"></script>`,
    // Runs nothing more: the page counts as read with its style sheet only, and is not laid out before, and again with it.
    `<script type="module" src="${folder}${taking.fileName}"></script>`,
  ]
  const seals = html.includes(opensBundle) ? chunks.filter((chunk) => chunk.name === 'unseal') : []
  const unsealing = seals.map(({ fileName }) => `<meta name="opens-seals" content="${fileName}">`)
  return html.replace(tag, () => [...unsealing, ...scripts].join(''))
}

function onlyImport(chunk: BuiltChunk, name: string, chunks: readonly BuiltChunk[]): BuiltChunk {
  const [imported = '', ...more] = chunk.imports
  const found = chunkOfFile(imported, chunks)
  if (found.name === name && more.length === 0) return found
  throw new Error(`the page’s script runs something before the secret is taken, or needs more than ${name}`)
}

function chunkOfFile(fileName: string, chunks: readonly BuiltChunk[]): BuiltChunk {
  const chunk = chunks.find((one) => one.fileName === fileName)
  if (!chunk) throw new Error(`missing script: ${fileName}`)
  return chunk
}
