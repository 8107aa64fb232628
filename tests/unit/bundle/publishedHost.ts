import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import type { BundlePart } from '../../../scripts/publish/bundlePart.ts'
import { signManifest } from '../../../scripts/publish/signManifest.ts'
import { writeBundle } from '../../../scripts/publish/writeBundle.ts'
import type { Access } from '../../../src/bundle/access.ts'
import type { Manifest } from '../../../src/bundle/bundle.ts'
import { BundleError, openBundle, type OpenOptions } from '../../../src/bundle/openBundle.ts'
import { parseEnvelope } from '../../../src/bundle/parseEnvelope.ts'
import { parseManifestText } from '../../../src/bundle/parseManifest.ts'
import type { SequenceMemory } from '../../../src/bundle/seenSequence.ts'
import { testSealing, type TestSealing } from '../../helpers/testSealing.ts'

/** Where the bundle of these tests lies, when it was published, and when it is read (ms). */
export const base = new URL('https://clinic.example/bundle/')
export const syncedAt = '2026-11-04T11:00:00Z'
export const now = Date.parse(syncedAt)
export const day = 24 * 3_600_000

/** A published folder in memory: files by path. */
export type Host = Record<string, Uint8Array>

/** The folder of the running file; keys of its practice and of another; its open and its sealed bundle. */
export let place = ''
export let keys: TestSealing
export let stranger: TestSealing
export let open: Host
export let sealed: Host
export let manifest: Manifest

function part(name: string, audience: BundlePart['audience'], content: unknown): BundlePart {
  return { name, audience, bytes: Buffer.from(JSON.stringify(content)) }
}

/** The parts of a small practice with this name: the viewers' edition and the owners', of a later day. */
export function parts(name: string): BundlePart[] {
  return [
    part('practice', 'viewer', { name, asOf: '2026-09-30' }),
    part('practice', 'owner', { name }),
    part('health', 'viewer', { cents: null }),
    part('health', 'owner', { cents: 12 }),
    part('tiles/overview', 'viewer', { page: 'overview', tiles: [] }),
    part('tiles/overview', 'owner', { page: 'overview', tiles: [] }),
    part('answers/overview', 'viewer', { page: 'overview', answers: { visits: [] } }),
    part('answers/overview', 'owner', { page: 'overview', answers: { visits: [], wages: [] } }),
    part('answers/overview-filters', 'viewer', { page: 'overview-filters', answers: { more: [] } }),
    part('answers/overview-filters', 'owner', { page: 'overview-filters', answers: {} }),
    part('cubes/visits', 'viewer', 'visits to September'),
    part('cubes/visits', 'owner', 'visits'),
    part('cubes/reconciliation', 'viewer', 'A/R to September'),
    part('cubes/reconciliation', 'owner', 'A/R'),
    part('cubes/payroll', 'owner', 'wages'),
  ]
}

/** Publishes them, or other parts, for the given people, or in the open. */
export async function publish(
  name: string,
  sealing: TestSealing['sealing'] | null,
  published: readonly BundlePart[] = parts(name),
): Promise<Host> {
  const folder = await mkdtemp(join(place, 'bundle-'))
  await writeBundle(folder, published, { demo: sealing === null, syncedAt, sealing, before: null })
  return hostOf(folder)
}

async function hostOf(folder: string): Promise<Host> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const)
  return Object.fromEntries(await Promise.all(files))
}

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'open-bundle-'))
  ;[keys, stranger] = [await testSealing(), await testSealing()]
  open = await publish('Sample Clinic', null)
  sealed = await publish('Two Rivers Clinic', keys.sealing)
  const file = parseEnvelope(Buffer.from(sealed['manifest.json'] ?? []).toString())
  if (file.kind === 'sealed') manifest = parseManifestText(file.envelope.signed)
})
afterAll(() => rm(place, { recursive: true, force: true }))
afterEach(() => vi.unstubAllGlobals())

/** Answers requests as a host would, and notes them. */
export function asking(files: Host, asked: string[] = []): OpenOptions['fetch'] {
  return (url) => {
    const path = url.href.slice(base.href.length)
    asked.push(path)
    const body = files[path]
    return Promise.resolve(body ? new Response(new Uint8Array(body)) : new Response(null, { status: 404 }))
  }
}

const forgetful: SequenceMemory = { highest: () => 0, note: () => undefined }

/** Opens a bundle at its own time and without a memory, unless told otherwise. */
export function opening(files: Host, access: Access | null, options: Partial<OpenOptions> = {}) {
  const ask = asking(files)
  return openBundle(base, {
    page: 'overview',
    access,
    now: () => now,
    seen: forgetful,
    ...(ask ? { fetch: ask } : {}),
    ...options,
  })
}

/** The reason for which work is refused; null if it is not. */
export async function reasonOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work
    return null
  } catch (error) {
    return error instanceof BundleError ? error.reason : `no BundleError: ${String(error)}`
  }
}

/** A text as bytes. */
export function text(content: string): Uint8Array {
  return new Uint8Array(Buffer.from(content))
}

/** The sealed bundle with a manifest that says something else, signed by its practice unless told otherwise. */
export function withManifest(change: Partial<Manifest>, signingKey = keys.sealing.signingKey): Host {
  return { ...sealed, 'manifest.json': text(signManifest({ ...manifest, ...change }, signingKey)) }
}

/** The bytes of a pack by its name. */
export function pathOf(name: string): string {
  return manifest.files.find((file) => file.name === name)?.path ?? ''
}
