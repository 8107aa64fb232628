import type { Access } from './access.ts'
import type { BundleFile } from './bundle.ts'
import { BundleError } from './BundleError.ts'
import { fetchBytes, type Ask } from './fetchBytes.ts'
import { loaded, type Unsealing } from './openManifest.ts'
import { isCompressed } from './packNames.ts'
import { sha256Hex } from './sha256Hex.ts'
import { unpack, type Pack } from './unpack.ts'

export interface PackReader {
  /** Asks for a file's bytes ahead of time. Never throws. */
  prefetch(file: BundleFile): void
  /** A file's parts, once size and hash hold and, where there is an access, its seal. Throws `BundleError`. */
  pack(file: BundleFile): Promise<Pack>
}

interface Reading {
  /** What the manifest brings along, good for bytes alone. */
  readonly inline: (file: BundleFile) => Uint8Array<ArrayBuffer> | null
  readonly ask: Ask
  readonly access: Access | null
  readonly unsealing: Unsealing
}

/** Reads packs from a folder, each once. */
export function packReader(base: URL, reading: Reading): PackReader {
  const fetched = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  const packs = new Map<string, Promise<Pack>>()

  function bytesOf(file: BundleFile): Promise<Uint8Array<ArrayBuffer>> {
    const { path } = file
    const bytes = fetched.get(path) ?? broughtOrFetched(file)
    fetched.set(path, bytes)
    return bytes
  }

  async function broughtOrFetched(file: BundleFile): Promise<Uint8Array<ArrayBuffer>> {
    return reading.inline(file) ?? fetchBytes(new URL(file.path, base), reading)
  }

  async function read(file: BundleFile): Promise<Pack> {
    try {
      return await openPack(await bytesOf(file), file, reading)
    } catch (error) {
      // A failed read is forgotten, so that a retry asks the network again.
      packs.delete(file.name)
      throw fileError(error)
    } finally {
      fetched.delete(file.path)
    }
  }

  return {
    prefetch: (file) => void bytesOf(file).catch(() => null),
    pack: (file) => {
      const pack = packs.get(file.name) ?? read(file)
      packs.set(file.name, pack)
      return pack
    },
  }
}

async function openPack(
  bytes: Uint8Array<ArrayBuffer>,
  file: BundleFile,
  { access, unsealing }: Reading,
): Promise<Pack> {
  const isIntact = bytes.length === file.bytes && (await hashOf(bytes)) === file.sha256
  if (!isIntact) throw new BundleError('damaged')
  let pack: Uint8Array = bytes
  if (access) {
    const unseal = await loaded(unsealing)
    pack = await unseal(bytes)
  }
  return unpack(isCompressed(file.name) ? await gunzip(pack) : new Uint8Array(pack))
}

/** SHA-256 in hex digits. Throws `BundleError` where the code for it cannot be had. */
async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    return await sha256Hex(bytes)
  } catch (cause) {
    throw new BundleError('unreachable', { cause })
  }
}

async function gunzip(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'))
    return new Uint8Array(await new Response(stream).arrayBuffer())
  } catch (cause) {
    throw new BundleError('damaged', { cause })
  }
}

/** A file that the manifest names and the host has not makes the bundle incomplete. */
function fileError(error: unknown): unknown {
  return error instanceof BundleError && error.reason === 'missing' ? new BundleError('damaged') : error
}
