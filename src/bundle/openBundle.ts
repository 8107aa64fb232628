import type { BundleFile, Manifest } from './bundle.ts'

/** An opened bundle: its manifest, and its files by name, each checked against the manifest's hash. */
export interface Bundle {
  readonly manifest: Manifest
  /** Whether the manifest lists the name. */
  has(name: string): boolean
  /** A JSON file, as the sync wrote it. Throws `BundleError`. */
  readJson<T>(name: string): Promise<T>
  /** A file's bytes. Throws `BundleError`. */
  readBytes(name: string): Promise<Uint8Array<ArrayBuffer>>
}

/** Why a bundle or one of its files cannot be used; the text is fit to be shown. */
export class BundleError extends Error {
  override readonly name = 'BundleError'
}

/**
 * Opens the bundle whose manifest lies in the folder `base`. Files are fetched once and shared.
 * Throws `BundleError` if there is no manifest or its format is not known.
 */
export async function openBundle(base: URL): Promise<Bundle> {
  const manifest = parseManifest(await fetchBytes(new URL('manifest.json', base)))
  const files = new Map(manifest.files.map((file) => [file.name, file]))
  const reads = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

  function readBytes(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const known = reads.get(name)
    if (known) return known
    const file = files.get(name)
    if (!file) return Promise.reject(new BundleError(`The published data has no file "${name}".`))
    const read = readVerified(new URL(file.path, base), file)
    reads.set(name, read)
    // A failed read is forgotten, so that a retry asks the network again.
    read.catch(() => reads.delete(name))
    return read
  }

  return {
    manifest,
    has: (name) => files.has(name),
    readBytes,
    readJson: async <T>(name: string) => JSON.parse(new TextDecoder().decode(await readBytes(name))) as T,
  }
}

function parseManifest(bytes: Uint8Array): Manifest {
  const manifest = JSON.parse(new TextDecoder().decode(bytes)) as { format: number } & Omit<
    Manifest,
    'format'
  >
  if (manifest.format !== 1) throw new BundleError('The published data is newer than this page. Reload it.')
  return { ...manifest, format: 1 }
}

async function readVerified(url: URL, file: BundleFile): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await fetchBytes(url)
  const intact = bytes.length === file.bytes && (await hasHash(bytes, file.sha256))
  if (!intact) throw new BundleError(`The published file "${file.name}" is damaged. Reload the page.`)
  return bytes
}

/** Whether SHA-256 of `bytes` is `sha256`. True without a check where the page has no secure context. */
async function hasHash(bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<boolean> {
  if (!isSecureContext) return true
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === sha256
}

async function fetchBytes(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url).catch(() => {
    throw new BundleError('The published data cannot be reached. Check the connection and reload.')
  })
  if (!response.ok) throw new BundleError('No published data was found beside this page.')
  return new Uint8Array(await response.arrayBuffer())
}
