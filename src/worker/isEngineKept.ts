import { engineFiles } from '../db/engineFiles.ts'
import { cacheNames } from './cacheNames.ts'

/** Whether the calculation engine is in the browser's caches. */
export async function isEngineKept(root: URL): Promise<boolean> {
  const cacheName = cacheNames(root.href).engine
  return (await caches.match(new URL(engineFiles.wasm.path, root).href, { cacheName })) !== undefined
}
