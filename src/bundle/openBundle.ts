import { audiences, type Audience } from '../cubes/audience.ts'
import type { Access } from './access.ts'
import type { Answers, Manifest } from './bundle.ts'
import { BundleError } from './BundleError.ts'
import { fetchBytes, type Ask } from './fetchBytes.ts'
import { openManifest } from './openManifest.ts'
import { firstPacks, packOf } from './packNames.ts'
import { packReader } from './packReader.ts'
import { seenSequence, type SequenceMemory } from './seenSequence.ts'
import type { Pack } from './unpack.ts'

export { BundleError, type BundleReason } from './BundleError.ts'

/** An opened bundle: its manifest, and its parts by name, each checked and, where sealed, decrypted. */
export interface Bundle {
  readonly manifest: Manifest
  /** Whose parts are open: an owner has the viewers' too. The open demo is opened as by an owner. */
  readonly audience: Audience
  /** Whether a part may be there; for a part of a pack that is not fetched yet, whether there is such a pack. */
  has(name: string): boolean
  /**
   * A JSON part, as the sync wrote it. The answers of a page are the viewers' and the owners' together, as far
   * as they are open; of any other part an owner gets the owners' share. Throws `BundleError`.
   */
  readJson<T>(name: string): Promise<T>
  /** A part's bytes; `audience` names the only packs to look into. Throws `BundleError`. */
  readBytes(name: string, audience?: Audience): Promise<Uint8Array<ArrayBuffer>>
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
  /** Called once the page's first packs have been asked for: the moment for work that need not go before. */
  readonly asked?: () => void
}

/**
 * Opens the bundle whose manifest lies in the folder `base` (with a slash at its end): manifest, signature,
 * sequence, expiry, then the page's first packs by size, hash and seal. Packs are fetched once and shared.
 * Throws `BundleError` with a reason; nothing of a bundle that fails anywhere is given out.
 */
export async function openBundle(base: URL, options: OpenOptions): Promise<Bundle> {
  const { page, access, now = Date.now, seen = seenSequence } = options
  const ask: Ask = options.fetch ?? ((url, init) => fetch(url, init))
  // Needed as soon as the manifest is there: both are asked for at once.
  const unsealing = access ? import('./unseal.ts') : null
  unsealing?.catch(() => null)
  const text = await fetchBytes(new URL('manifest.json', base), { ask, init: { cache: 'no-store' } })
  const draft = openManifest(text, access)
  const read = packReader(base, { ask, access, unsealing })
  // Only bytes, and only from the bundle's own folder: nothing of them is looked at before all else holds.
  for (const file of firstFiles(draft.unverified, page)) read.prefetch(file)
  options.asked?.()
  const manifest = await draft.verify({ now: now(), seen })
  const first = await readFirst(firstFiles(manifest, page), (file) => read.pack(file))
  if (access) seen.note(access.signer, manifest.sequence)
  return bundleOf(manifest, first, (file) => read.pack(file))
}

function firstFiles(manifest: Manifest | null, page: string) {
  const files = manifest?.files ?? []
  const names = firstPacks(page, new Set(files.map(({ name }) => name)))
  return files.filter(({ name }) => names.includes(name))
}

type ReadPack = (file: Manifest['files'][number]) => Promise<Pack>

/** The page's packs by audience. An owner's that does not open is no error: then a viewer looks. */
async function readFirst(
  files: Manifest['files'],
  read: ReadPack,
): Promise<ReadonlyMap<Audience, { readonly name: string; readonly pack: Pack }>> {
  const packs = await Promise.all(
    files.map(async (file) => {
      try {
        return [file.audience, { name: file.name, pack: await read(file) }] as const
      } catch (error) {
        const isOwners =
          file.audience === 'owner' && error instanceof BundleError && error.reason === 'closed'
        if (isOwners) return null
        throw error
      }
    }),
  )
  const first = new Map(packs.filter((entry) => entry !== null))
  if (!first.has('viewer')) throw new BundleError('damaged')
  return first
}

function bundleOf(
  manifest: Manifest,
  first: ReadonlyMap<Audience, { readonly name: string; readonly pack: Pack }>,
  read: ReadPack,
): Bundle {
  const files = new Map(manifest.files.map((file) => [file.name, file]))
  const open = audiences.filter((audience) => first.has(audience))

  /** The pack beyond the page's first in which an audience's share of a part may lie. */
  function elsewhere(name: string, audience: Audience) {
    const file = files.get(packOf(name, audience) ?? '')
    return file && file.name !== first.get(audience)?.name ? file : null
  }

  async function shareOf(name: string, audience: Audience): Promise<Uint8Array<ArrayBuffer> | null> {
    const here = first.get(audience)?.pack.get(name)
    if (here) return here
    const file = elsewhere(name, audience)
    return file ? ((await read(file)).get(name) ?? null) : null
  }

  async function shares(name: string, among: readonly Audience[]): Promise<Uint8Array<ArrayBuffer>[]> {
    // A cube is one audience's; where the page has it already, the other's cubes need not be fetched to see that.
    const here = name.startsWith('cubes/') ? among.filter((one) => first.get(one)?.pack.has(name)) : []
    const asked = here.length > 0 ? here : among
    const found = await Promise.all(asked.map((audience) => shareOf(name, audience)))
    return found.filter((share) => share !== null)
  }

  return {
    manifest,
    audience: open.includes('owner') ? 'owner' : 'viewer',
    has: (name) =>
      open.some((audience) => first.get(audience)?.pack.has(name) ?? false) ||
      open.some((audience) => elsewhere(name, audience) !== null),
    readBytes: async (name, audience) => {
      const found = await shares(name, audience ? open.filter((one) => one === audience) : open)
      const share = found.at(-1)
      if (!share) throw new BundleError('damaged')
      return share
    },
    readJson: async <T>(name: string) => {
      const found = (await shares(name, open)).map((bytes) => parsed(bytes) as T)
      const last = found.at(-1)
      if (last === undefined) throw new BundleError('damaged')
      return name.startsWith('answers/') ? (together(found as Answers[]) as T) : last
    },
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new BundleError('damaged', { cause })
  }
}

/** The answers of a page from all audiences' packs; at least one. */
function together(shares: readonly Answers[]): Answers {
  const answers = Object.assign({}, ...shares.map((share) => share.answers)) as Answers['answers']
  return { page: shares[0]?.page ?? '', answers }
}
