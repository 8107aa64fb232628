import { audiences } from '../cubes/audience.ts'
import type { BundleFile, Manifest } from './bundle.ts'
import { BundleError } from './BundleError.ts'

/** Where a published file may lie: what a manifest says beyond that is not followed. */
const paths = /^data\/[0-9a-f]{32}\.(age|pack)$/

/** The manifest that a JSON text holds. Throws `BundleError`, `newer` for a later format than this. */
export function parseManifestText(text: string): Manifest {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (cause) {
    throw new BundleError('damaged', { cause })
  }
  return parseManifest(content)
}

/** A manifest's content as one. Throws `BundleError`, `newer` for a later format than this. */
export function parseManifest(content: unknown): Manifest {
  if (!isRecord(content)) throw new BundleError('damaged')
  const { format } = content
  if (typeof format === 'number' && format > 2) throw new BundleError('newer')
  if (format !== 2 || !isManifest(content)) throw new BundleError('damaged')
  return content
}

function isRecord(value: unknown): value is Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isManifest(content: object): content is Manifest {
  const { demo, sequence, syncedAt, expiresAt, viewers, files, inline } = content as Partial<
    Record<keyof Manifest, unknown>
  >
  return (
    typeof demo === 'boolean' &&
    Number.isSafeInteger(sequence) &&
    isTime(syncedAt) &&
    (demo ? expiresAt === null : isTime(expiresAt)) &&
    (viewers === undefined || isEdition(viewers)) &&
    (inline === undefined ||
      (isRecord(inline) && Object.values(inline).every((text) => typeof text === 'string'))) &&
    Array.isArray(files) &&
    files.every((file) => isRecord(file) && isFile(file, demo ? '.pack' : '.age'))
  )
}

function isEdition(value: unknown): boolean {
  return isRecord(value) && typeof value.day === 'string' && typeof value.id === 'string'
}

function isFile(file: Partial<Record<keyof BundleFile, unknown>>, ending: string): boolean {
  const { name, audience, path, bytes, sha256 } = file
  if (typeof name !== 'string' || typeof path !== 'string' || typeof sha256 !== 'string') return false
  return (
    audiences.some((one) => one === audience && name.startsWith(`${one}/`)) &&
    paths.test(path) &&
    path.endsWith(ending) &&
    Number.isSafeInteger(bytes) &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    path.slice('data/'.length).startsWith(sha256.slice(0, 32))
  )
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value))
}
