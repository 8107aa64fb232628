import type { BundleFile } from '../bundle/bundle.ts'
import type { Bundle } from '../bundle/openBundle.ts'
import { inlineBytes } from '../bundle/inlineBytes.ts'
import { sha256Hex } from '../bundle/sha256Hex.ts'
import { cacheNames } from './cacheNames.ts'
import { heldCopies, manifestUrl } from './heldCopies.ts'

type Bytes = Uint8Array<ArrayBuffer>

/**
 * Keeps an opened bundle to be read without a network: its reader's packs as they came over the wire, sealed if they are,
 * each compared with the manifest, and the manifest last, which the page has verified. Then, and only then, older bundles
 * are deleted; a newer one stays, and nothing is kept. Rejects where a pack cannot be had: what was kept before stays.
 */
export async function keepCopy(bundle: Bundle, root: URL, withEngine: boolean): Promise<void> {
  const { manifest, source, audience } = bundle
  const own = cacheNames(root.href).bundle(manifest.sequence, await sha256Hex(source))
  const held = await heldCopies(root)
  if (held.some(({ name, sequence }) => name !== own && sequence > manifest.sequence)) return
  const cache = await caches.open(own)
  const wanted = manifest.files.filter(
    (file) => file.audience === audience && (withEngine || !file.name.endsWith('/cubes')),
  )
  for (const file of wanted) await keepPack(cache, file, root, inlineBytes(manifest, file))
  await cache.put(manifestUrl(root), asAnswer(source))
  const old = held.filter(({ name }) => name !== own)
  await Promise.all(old.map(({ name }) => caches.delete(name)))
}

/** From where it is already, in this copy, with the manifest or in an older copy, or else from the network. */
async function keepPack(cache: Cache, file: BundleFile, root: URL, brought: Bytes | null): Promise<void> {
  const { href } = new URL(`bundle/${file.path}`, root)
  if (await intact(file, await cache.match(href))) return
  const bytes =
    (await intact(file, brought ? new Response(brought) : undefined)) ??
    (await intact(file, await caches.match(href))) ??
    (await intact(file, await fetch(href)))
  if (!bytes) throw new Error('not the pack that the manifest names')
  await cache.put(href, asAnswer(bytes))
}

/** The bytes of an answer, if they are those that the manifest names. */
async function intact(file: BundleFile, answer: Response | undefined): Promise<Bytes | null> {
  if (!answer?.ok) return null
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return bytes.length === file.bytes && (await sha256Hex(bytes)) === file.sha256 ? bytes : null
}

function asAnswer(bytes: Bytes): Response {
  return new Response(bytes, { headers: { 'Content-Type': 'application/octet-stream' } })
}
