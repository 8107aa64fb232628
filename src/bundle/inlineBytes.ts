import type { BundleFile, Manifest } from './bundle.ts'

/**
 * A file's bytes as its manifest brings them along, or null where it does not. They are believed no more than what the
 * host answers: size, hash and seal are still to be checked.
 */
export function inlineBytes(
  manifest: Pick<Manifest, 'inline'> | null,
  { path }: Pick<BundleFile, 'path'>,
): Uint8Array<ArrayBuffer> | null {
  const text = manifest?.inline && Object.hasOwn(manifest.inline, path) ? manifest.inline[path] : undefined
  if (text === undefined) return null
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  } catch {
    // Not what a sync writes: the host is asked for the file.
    return null
  }
}
