import { audiences, type Audience } from '../cubes/audience.ts'
import type { Access } from './access.ts'
import type { BundleFile, Manifest } from './bundle.ts'
import { BundleError } from './BundleError.ts'
import { fetchBytes, type Ask } from './fetchBytes.ts'
import { inlineBytes } from './inlineBytes.ts'
import { mayHaveCopy } from './mayHaveCopy.ts'
import { openManifest } from './openManifest.ts'
import { firstPack, packOf } from './packNames.ts'
import { packReader } from './packReader.ts'
import { seenSequence, type SequenceMemory } from './seenSequence.ts'
import type { Pack } from './unpack.ts'
import type { Unseal } from './unseal.ts'

export { BundleError, type BundleReason } from './BundleError.ts'

/** How long the manifest may take where a copy of an earlier one may be on the device, in ms. */
const patienceMs = 3_000

/** An opened bundle: its manifest, and the parts of one edition by name, each checked and, where sealed, decrypted. */
export interface Bundle {
  readonly manifest: Manifest
  /** The manifest's file as it came, now verified. */
  readonly source: Uint8Array<ArrayBuffer>
  /** Whose edition is open: each is whole by itself. The open demo's is the owners'. */
  readonly audience: Audience
  /** Whether a part may be there; for a part of a pack that is not fetched yet, whether there is such a pack. */
  has(name: string): boolean
  /** A JSON part, as the sync wrote it. Throws `BundleError`. */
  readJson<T>(name: string): Promise<T>
  /** A part's bytes. Throws `BundleError`. */
  readBytes(name: string): Promise<Uint8Array<ArrayBuffer>>
}

export interface OpenOptions {
  /** The page's id: what it shows first is fetched, checked and decrypted before the bundle counts as open. */
  readonly page: string
  /** What opens a sealed bundle; null opens the open demo and nothing else. */
  readonly access: Access | null
  readonly fetch?: Ask
  /** Milliseconds since 1970. */
  readonly now?: () => number
  readonly seen?: SequenceMemory
  /** Parts of other packs that the page will read at once: asked for together with its first pack. */
  readonly parts?: readonly string[]
  /** False reads every pack from where it lies, also those that the manifest brings along. */
  readonly inline?: boolean
  /** Called once the page's first packs have been asked for: the moment for work that need not go before. */
  readonly asked?: () => void
}

/**
 * Opens the bundle whose manifest lies in the folder `base` (with a slash at its end): manifest, signature,
 * sequence, expiry, then the page's first pack by size, hash and seal. Packs are fetched once and shared.
 * Throws `BundleError` with a reason; nothing of a bundle that fails anywhere is given out.
 */
export async function openBundle(base: URL, options: OpenOptions): Promise<Bundle> {
  const { page, access, now = Date.now, seen = seenSequence, inline = true } = options
  const ask: Ask = options.fetch ?? ((url, init) => fetch(url, init))
  const limit = mayHaveCopy() && { signal: AbortSignal.timeout(patienceMs) }
  const asking = fetchBytes(new URL('manifest.json', base), { ask, init: { cache: 'no-store', ...limit } })
  const unsealing = access ? unsealingWith(access, asking) : null
  unsealing?.catch(() => null)
  const source = await asking
  const draft = openManifest(source, access)
  const read = packReader(base, {
    inline: (file) => (inline ? inlineBytes(draft.unverified, file) : null),
    ask,
    access,
    unsealing,
  })
  // Only bytes, and only from the bundle's own folder: nothing of them is looked at before all else holds.
  for (const file of likelyFiles(draft.unverified, options)) read.prefetch(file)
  options.asked?.()
  const manifest = await draft.verify({ now: now(), seen })
  const first = await readFirst(firstFiles(manifest, page, access), (file) => read.pack(file))
  if (!first.pack.has('practice'))
    throw new BundleError(first.file.audience === 'viewer' ? 'early' : 'damaged')
  if (access) seen.note(access.signer, manifest.sequence)
  return bundleOf({ manifest, source }, first, (file) => read.pack(file))
}

/**
 * What decrypts is needed as soon as the manifest is there: both are asked for at once. Its key is made ready after
 * that, with the page's first pack on its way.
 */
async function unsealingWith({ identity }: Access, asking: Promise<unknown>): Promise<Unseal> {
  const coming = import('./unseal.ts')
  const [{ unsealWith }] = await Promise.all([coming, asking])
  return unsealWith(identity)
}

/** What the page shows first in each edition, that for which the link was made before the other. */
function firstFiles(manifest: Manifest | null, page: string, access: Access | null): BundleFile[] {
  const files = new Map(manifest?.files.map((file) => [file.name, file]))
  const listed = new Set(files.keys())
  const meant = access?.audience ?? 'owner'
  const order = [meant, ...audiences.filter((audience) => audience !== meant)]
  return order.flatMap((audience) => files.get(firstPack(page, audience, listed) ?? '') ?? [])
}

/** What a page reads first if its link says truly for whom it was made. */
function likelyFiles(manifest: Manifest | null, { page, access, parts = [] }: OpenOptions): BundleFile[] {
  const [first] = firstFiles(manifest, page, access)
  if (!manifest || !first) return []
  const names = new Set(parts.map((part) => packOf(part, first.audience)))
  return [first, ...manifest.files.filter(({ name }) => names.has(name) && name !== first.name)]
}

interface OpenedPack {
  readonly file: BundleFile
  readonly pack: Pack
}

type ReadPack = (file: BundleFile) => Promise<Pack>

/** The first of the packs that opens. That another one is not for this reader is no error. */
async function readFirst(files: readonly BundleFile[], read: ReadPack): Promise<OpenedPack> {
  for (const file of files) {
    try {
      return { file, pack: await read(file) }
    } catch (error) {
      if (!(error instanceof BundleError && error.reason === 'closed')) throw error
    }
  }
  throw new BundleError(files.length === 0 ? 'damaged' : 'closed')
}

function bundleOf(
  { manifest, source }: Pick<Bundle, 'manifest' | 'source'>,
  first: OpenedPack,
  read: ReadPack,
): Bundle {
  const { audience } = first.file
  const files = new Map(manifest.files.map((file) => [file.name, file]))

  /** The pack beyond the page's first in which a part may lie. */
  function elsewhere(name: string): BundleFile | null {
    const file = files.get(packOf(name, audience))
    return file && file.name !== first.file.name ? file : null
  }

  async function readBytes(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const here = first.pack.get(name)
    if (here) return here
    const file = elsewhere(name)
    const part = file && (await read(file)).get(name)
    if (!part) throw new BundleError('damaged')
    return part
  }

  return {
    manifest,
    source,
    audience,
    has: (name) => first.pack.has(name) || elsewhere(name) !== null,
    readBytes,
    readJson: async <T>(name: string) => parsed(await readBytes(name)) as T,
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new BundleError('damaged', { cause })
  }
}
