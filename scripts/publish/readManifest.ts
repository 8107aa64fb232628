import type { KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest } from '../../src/bundle/bundle.ts'
import { BundleError } from '../../src/bundle/BundleError.ts'
import { parseEnvelope } from '../../src/bundle/parseEnvelope.ts'
import { parseManifest, parseManifestText } from '../../src/bundle/parseManifest.ts'
import { verifyEnvelope } from '../../src/bundle/verifyEnvelope.ts'
import { signerOf } from './signerOf.ts'

/** Whose manifest counts: anybody's, open ones only, sealed ones only, or those that this key has signed. */
export type Trust = 'any' | 'open' | 'sealed' | KeyObject

/**
 * The manifest of a bundle's folder; null if there is none that can be read and `trust` lets count. With
 * `any` and `sealed` no signature is checked. Throws what the disk throws.
 */
export async function readManifest(
  folder: string,
  { name = 'manifest.json', trust = 'any' }: { readonly name?: string; readonly trust?: Trust } = {},
): Promise<Manifest | null> {
  try {
    const file = parseEnvelope(await readFile(join(folder, name), 'utf8'))
    if (file.kind === 'open') return trust === 'any' || trust === 'open' ? parseManifest(file.content) : null
    if (trust === 'open') return null
    if (typeof trust !== 'string') await verifyEnvelope(file.envelope, signerOf(trust))
    return parseManifestText(file.envelope.signed)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return null
    if (error instanceof BundleError) return null
    throw error
  }
}
