import { resolve, sep } from 'node:path'

const source = resolve(import.meta.dirname, '../../src')
  .split(sep)
  .join('/')

/** What keeps, opens and forgets a copy for offline. */
const ofOffline = [
  'worker/',
  'policy/scriptUrls.ts',
  'policy/registerSiteWorker.ts',
  'policy/contentPolicy.ts',
  'texts/offlineTexts.ts',
  'db/engineFiles.ts',
]

/** What the builder knows of a module; its ids are absolute paths. */
export interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/**
 * The file in which the builder is to put a module, for those that a page needs before its first number; null
 * leaves it to the builder. There are four such files before the numbers, instead of the many small ones that would each be asked for:
 * `takeLink` takes a secret out of the address, `first` is the rest of the page's own script, `unseal` opens a sealed bundle, `numbers`
 * makes tiles of answers where the address asks for other than the prepared ones. What keeps and opens a copy for offline
 * comes long after; as one file it is one name in the page's own script. `interface` is what comes after the numbers, but for
 * what a page without it has too: six files asked for at once are two rounds of a slow line.
 */
export function chunkOf(id: string, graph: ModuleGraph): string | null {
  if (id === `${source}/access/takeLink.ts`) return 'takeLink'
  if (ofOffline.some((place) => id.startsWith(`${source}/${place}`))) return 'offline'
  const needs = (entry: string) => staticImports(`${source}/${entry}`, graph).has(id)
  if (needs('layouts/siteScript.ts')) return 'first'
  if (needs('bundle/firstNumbers.ts')) return 'numbers'
  if (needs('bundle/unseal.ts')) return 'unseal'
  if (needs('print/writePaperHead.ts')) return null
  return needs('components/mountPage.tsx') ? 'interface' : null
}

/** A module and all that it imports, however far; without what is imported later, if ever. */
function staticImports(entry: string, graph: ModuleGraph): ReadonlySet<string> {
  const found = new Set([entry])
  for (const id of found) {
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  }
  return found
}
