import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { BundlePart } from '../../../scripts/publish/bundlePart.ts'
import { readManifest } from '../../../scripts/publish/readManifest.ts'
import { signManifest } from '../../../scripts/publish/signManifest.ts'
import { writeBundle } from '../../../scripts/publish/writeBundle.ts'
import type { Access } from '../../../src/bundle/access.ts'
import type { Manifest } from '../../../src/bundle/bundle.ts'
import type { BundleReason } from '../../../src/bundle/BundleError.ts'
import { BundleError, openBundle, type OpenOptions } from '../../../src/bundle/openBundle.ts'
import { parseEnvelope } from '../../../src/bundle/parseEnvelope.ts'
import { parseManifestText } from '../../../src/bundle/parseManifest.ts'
import type { SequenceMemory } from '../../../src/bundle/seenSequence.ts'
import { testSealing, type TestSealing } from '../../helpers/testSealing.ts'

const base = new URL('https://clinic.example/bundle/')
const syncedAt = '2026-11-04T11:00:00Z'
const now = Date.parse(syncedAt)
const day = 24 * 3_600_000

/** A published folder in memory: files by path. */
type Host = Record<string, Uint8Array>

let place = ''
let keys: TestSealing
let stranger: TestSealing
let open: Host
let sealed: Host
let manifest: Manifest

function part(name: string, audience: BundlePart['audience'], content: unknown): BundlePart {
  return { name, audience, bytes: Buffer.from(JSON.stringify(content)) }
}

function parts(name: string): BundlePart[] {
  return [
    part('practice', 'viewer', { name }),
    part('health', 'viewer', { cents: null }),
    part('health', 'owner', { cents: 12 }),
    part('answers/overview', 'viewer', { page: 'overview', answers: { visits: [] } }),
    part('answers/overview', 'owner', { page: 'overview', answers: { wages: [] } }),
    part('answers/overview-filters', 'viewer', { page: 'overview-filters', answers: { more: [] } }),
    part('answers/overview-filters', 'owner', { page: 'overview-filters', answers: {} }),
    part('cubes/visits', 'viewer', 'visits'),
    part('cubes/reconciliation', 'viewer', 'A/R'),
    part('cubes/payroll_costs', 'owner', 'wages'),
  ]
}

async function publish(name: string, sealing: TestSealing['sealing'] | null): Promise<Host> {
  const folder = await mkdtemp(join(place, 'bundle-'))
  await writeBundle(folder, parts(name), { demo: sealing === null, syncedAt, sealing })
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const)
  manifest = (await readManifest(folder)) ?? manifest
  return Object.fromEntries(await Promise.all(files))
}

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'open-bundle-'))
  ;[keys, stranger] = [await testSealing(), await testSealing()]
  open = await publish('Sample Clinic', null)
  sealed = await publish('Two Rivers Clinic', keys.sealing)
})
afterAll(() => rm(place, { recursive: true, force: true }))
afterEach(() => vi.unstubAllGlobals())

/** Answers requests as a host would, and notes them. */
function asking(files: Host, asked: string[] = []): OpenOptions['fetch'] {
  return (url) => {
    const path = url.href.slice(base.href.length)
    asked.push(path)
    const body = files[path]
    return Promise.resolve(body ? new Response(new Uint8Array(body)) : new Response(null, { status: 404 }))
  }
}

const forgetful: SequenceMemory = { highest: () => 0, note: () => undefined }

function opening(files: Host, access: Access | null, options: Partial<OpenOptions> = {}) {
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
async function reasonOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work
    return null
  } catch (error) {
    return error instanceof BundleError ? error.reason : `no BundleError: ${String(error)}`
  }
}

function text(content: string): Uint8Array {
  return new Uint8Array(Buffer.from(content))
}

function withManifest(change: Partial<Manifest>, signingKey = keys.sealing.signingKey): Host {
  return { ...sealed, 'manifest.json': text(signManifest({ ...manifest, ...change }, signingKey)) }
}

/** The bytes of a pack by its name. */
function pathOf(name: string): string {
  return manifest.files.find((file) => file.name === name)?.path ?? ''
}

describe('the open demo', () => {
  it('is opened as by an owner, with three requests, and asks for no key', async () => {
    const asked: string[] = []
    const ask = asking(open, asked)
    const bundle = await opening(open, null, ask ? { fetch: ask } : {})
    expect(asked).toHaveLength(3)
    expect(bundle).toMatchObject({ audience: 'owner', manifest: { demo: true, expiresAt: null } })
    expect(await bundle.readJson('practice')).toEqual({ name: 'Sample Clinic' })
    expect(await bundle.readJson('answers/overview')).toEqual({
      page: 'overview',
      answers: { visits: [], wages: [] },
    })
    expect(asked).toHaveLength(3)
  })

  it('never ages, and tells nothing of its sequence', async () => {
    const seen = { highest: () => Number.MAX_SAFE_INTEGER, note: vi.fn() }
    await opening(open, null, { now: () => now + 9999 * day, seen })
    expect(seen.note).not.toHaveBeenCalled()
  })

  it('is refused to whoever has a key: theirs is sealed', async () => {
    expect(await reasonOf(opening(open, keys.owner))).toBe('unsigned')
    const claim = {
      ...JSON.parse(Buffer.from(open['manifest.json'] ?? []).toString()),
      demo: false,
      expiresAt: syncedAt,
    } as Manifest
    const files = claim.files.map((file) => ({ ...file, path: file.path.replace('.pack', '.age') }))
    const unsigned = { ...open, 'manifest.json': text(JSON.stringify({ ...claim, files })) }
    expect(await reasonOf(opening(unsigned, keys.owner))).toBe('unsigned')
    expect(await reasonOf(opening(unsigned, null))).toBe('unsigned')
  })
})

describe('a sealed bundle', () => {
  it('opens for an owner and a viewer, and gives each what is theirs', async () => {
    const owner = await opening(sealed, keys.owner)
    expect(owner.audience).toBe('owner')
    expect(await owner.readJson('answers/overview')).toMatchObject({ answers: { visits: [], wages: [] } })
    expect(await owner.readJson('health')).toEqual({ cents: 12 })
    expect(Buffer.from(await owner.readBytes('cubes/payroll_costs', 'owner')).toString()).toBe('"wages"')
    const viewer = await opening(sealed, keys.viewer)
    expect(viewer.audience).toBe('viewer')
    expect(await viewer.readJson('answers/overview')).toEqual({ page: 'overview', answers: { visits: [] } })
    expect(await viewer.readJson('health')).toEqual({ cents: null })
    expect(await reasonOf(viewer.readBytes('cubes/payroll_costs'))).toBe('damaged')
  })

  it('fetches a pack once, also one that is not of the first', async () => {
    const asked: string[] = []
    const ask = asking(sealed, asked)
    const bundle = await opening(sealed, keys.viewer, ask ? { fetch: ask } : {})
    const first = asked.length
    await Promise.all([
      bundle.readJson('answers/overview-filters'),
      bundle.readJson('answers/overview-filters'),
    ])
    expect(asked.length).toBe(first + 1)
    expect(asked[0]).toBe('manifest.json')
  })

  it('gives a table that the page has without fetching any other', async () => {
    const asked: string[] = []
    const ask = asking(sealed, asked)
    const bundle = await opening(sealed, keys.owner, { page: 'data-health', ...(ask ? { fetch: ask } : {}) })
    const first = asked.length
    expect(Buffer.from(await bundle.readBytes('cubes/reconciliation')).toString()).toBe('"A/R"')
    expect(asked.length).toBe(first)
  })

  it('says what it has', async () => {
    const bundle = await opening(sealed, keys.viewer)
    const names = ['practice', 'health', 'answers/overview', 'answers/overview-filters', 'cubes/visits']
    expect(names.map((name) => bundle.has(name))).toEqual(names.map(() => true))
    expect(bundle.has('answers/payroll')).toBe(false)
  })

  it('opens on a page without numbers of its own', async () => {
    const bundle = await opening(sealed, keys.viewer, { page: 'definitions' })
    expect(await bundle.readJson('practice')).toEqual({ name: 'Two Rivers Clinic' })
    expect((await opening(sealed, keys.owner, { page: 'definitions' })).audience).toBe('owner')
  })

  it('is asked for past every cache, and its packs from them', async () => {
    const init: (RequestInit | undefined)[] = []
    const ask = asking(sealed)
    await opening(sealed, keys.viewer, {
      fetch: (url, one) => {
        init.push(one)
        return ask ? ask(url) : Promise.reject(new Error('no host'))
      },
    })
    expect(init[0]).toEqual({ cache: 'no-store' })
    expect(init.slice(1).every((one) => one === undefined)).toBe(true)
  })

  it('remembers its sequence by signer, once it is open', async () => {
    const seen = { highest: vi.fn(() => manifest.sequence), note: vi.fn() }
    await opening(sealed, keys.viewer, { seen })
    expect(seen.highest).toHaveBeenCalledWith(keys.viewer.signer)
    expect(seen.note).toHaveBeenCalledWith(keys.viewer.signer, manifest.sequence)
  })

  it('is hashed also where the browser lends no hash', async () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
    expect((await opening(sealed, keys.viewer)).audience).toBe('viewer')
    const path = pathOf('viewer/overview')
    const other = { ...sealed, [path]: new Uint8Array(sealed[path]?.length ?? 0) }
    expect(await reasonOf(opening(other, keys.viewer))).toBe('damaged')
  })
})

describe('a bundle is refused', () => {
  it('without a key: locked', async () => {
    expect(await reasonOf(opening(sealed, null))).toBe('locked')
  })

  it('signed by another key: forged, whoever it claims to be', async () => {
    expect(await reasonOf(opening(withManifest({}, stranger.sealing.signingKey), keys.owner))).toBe('forged')
    const file = parseEnvelope(Buffer.from(sealed['manifest.json'] ?? []).toString())
    if (file.kind !== 'sealed') throw new Error('not sealed')
    const theirs = signManifest(manifest, stranger.sealing.signingKey)
    const claimed = theirs.replace(stranger.owner.signer, keys.owner.signer)
    expect(await reasonOf(opening({ ...sealed, 'manifest.json': text(claimed) }, keys.owner))).toBe('forged')
    expect(await reasonOf(opening(sealed, { ...keys.owner, signer: stranger.owner.signer }))).toBe('forged')
    expect(await reasonOf(opening(sealed, { ...keys.owner, signer: 'none' }))).toBe('forged')
  })

  it('older than one that was seen: older; as old: not', async () => {
    const seen = (highest: number): SequenceMemory => ({ highest: () => highest, note: () => undefined })
    expect(await reasonOf(opening(sealed, keys.owner, { seen: seen(manifest.sequence + 1) }))).toBe('older')
    expect(await reasonOf(opening(sealed, keys.owner, { seen: seen(manifest.sequence) }))).toBeNull()
  })

  it('after fourteen days: expired; on the fourteenth: not', async () => {
    expect(await reasonOf(opening(sealed, keys.owner, { now: () => now + 14 * day + 1 }))).toBe('expired')
    expect(await reasonOf(opening(sealed, keys.owner, { now: () => now + 14 * day }))).toBeNull()
  })

  it('for a key that opens nothing of it: closed', async () => {
    const removed: Access = { ...stranger.owner, signer: keys.owner.signer }
    expect(await reasonOf(opening(sealed, removed))).toBe('closed')
    expect(await reasonOf(opening(sealed, { ...removed, identity: 'AGE-SECRET-KEY-PQ-1' }))).toBe('closed')
  })

  it('where a signed manifest calls itself a demo, or never expires: nothing of it counts', async () => {
    const files = manifest.files.map((file) => ({ ...file, path: file.path.replace('.age', '.pack') }))
    expect(await reasonOf(opening(withManifest({ demo: true, expiresAt: null, files }), keys.owner))).toBe(
      'unsigned',
    )
    expect(await reasonOf(opening(withManifest({ expiresAt: null }), keys.owner))).toBe('damaged')
  })

  it.each([
    ['outside its folder', '../../elsewhere.age'],
    ['at another host', 'https://elsewhere.example/data/00000000000000000000000000000000.age'],
    ['under another name than its hash', `data/${'0'.repeat(32)}.age`],
  ])('where a pack lies %s, and that place is not asked', async (_, path) => {
    const files = manifest.files.map((file) => ({ ...file, path }))
    const asked: string[] = []
    const host = withManifest({ files })
    const ask = asking(host, asked)
    expect(await reasonOf(opening(host, keys.owner, ask ? { fetch: ask } : {}))).toBe('damaged')
    expect(asked).toEqual(['manifest.json'])
  })

  it('that is newer than the site: newer', async () => {
    const later = { ...manifest, format: 3 } as unknown as Manifest
    const signed = signManifest(later, keys.sealing.signingKey)
    expect(await reasonOf(opening({ ...sealed, 'manifest.json': text(signed) }, keys.owner))).toBe('newer')
    expect(await reasonOf(opening({ 'manifest.json': text('{"format":3}') }, null))).toBe('newer')
  })

  it('that is not there, or whose host fails: missing, unreachable', async () => {
    expect(await reasonOf(opening({}, keys.owner))).toBe('missing')
    const fails = () => Promise.resolve(new Response(null, { status: 503 }))
    expect(await reasonOf(opening({}, keys.owner, { fetch: fails }))).toBe('unreachable')
    const offline = () => Promise.reject(new TypeError('Failed to fetch'))
    expect(await reasonOf(opening({}, null, { fetch: offline }))).toBe('unreachable')
  })

  it('with any byte of its manifest changed, and never for a reason that hides it', async () => {
    const whole = sealed['manifest.json'] ?? new Uint8Array()
    const reasons = new Set<string | null>()
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = new Uint8Array(whole)
        changed[at] = (changed[at] ?? 0) ^ by
        const reason = await reasonOf(opening({ ...sealed, 'manifest.json': changed }, keys.owner))
        expect(['damaged', 'forged', 'unsigned']).toContain(reason)
        reasons.add(reason)
      }),
      { numRuns: 300 },
    )
    expect(reasons).toContain('forged')
    expect(reasons).toContain('damaged')
  })

  it('with its manifest cut short anywhere, or with something behind it', async () => {
    const whole = sealed['manifest.json'] ?? new Uint8Array()
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        const cut = { ...sealed, 'manifest.json': whole.slice(0, length) }
        expect(await reasonOf(opening(cut, keys.owner))).toBe('damaged')
      }),
    )
    for (const more of ['\n', ' ', '\0', '{}']) {
      const longer = { ...sealed, 'manifest.json': new Uint8Array([...whole, ...Buffer.from(more)]) }
      expect(await reasonOf(opening(longer, keys.owner))).toBe('damaged')
    }
  })

  it('with any byte of any pack changed, or any pack cut short', async () => {
    const pack = fc.constantFrom(...manifest.files.map(({ name }) => name))
    await fc.assert(
      fc.asyncProperty(
        pack,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (name, place, by, cut) => {
          const path = pathOf(name)
          const whole = sealed[path] ?? new Uint8Array()
          const at = place % whole.length
          const changed = cut ? whole.slice(0, at) : new Uint8Array(whole)
          if (!cut) changed[at] = (changed[at] ?? 0) ^ by
          expect(await reasonOf(readAll({ ...sealed, [path]: changed }, name))).toBe('damaged')
        },
      ),
      { numRuns: 120 },
    )
  })

  it('with any pack gone, or any two exchanged', async () => {
    const names = manifest.files.map(({ name }) => name)
    for (const [index, name] of names.entries()) {
      const other = names[(index + 1) % names.length] ?? ''
      const { [pathOf(name)]: mine, ...without } = sealed
      expect(await reasonOf(readAll(without, name))).toBe('damaged')
      const theirs = sealed[pathOf(other)] ?? new Uint8Array()
      expect(mine).not.toEqual(theirs)
      const exchanged = { ...sealed, [pathOf(name)]: theirs, [pathOf(other)]: mine ?? theirs }
      expect(await reasonOf(readAll(exchanged, name))).toBe('damaged')
    }
  })
})

/** Opens the page to which a pack belongs, and reads what lies in it. */
async function readAll(files: Host, name: string): Promise<void> {
  const [, page = ''] = name.split('/')
  const bundle = await opening(files, keys.owner, { page: page.replace('-filters', '') })
  if (page.endsWith('-filters')) await bundle.readJson(`answers/${page}`)
  if (page === 'cubes')
    await Promise.all([
      bundle.readBytes('cubes/visits', 'viewer'),
      bundle.readBytes('cubes/payroll_costs', 'owner'),
    ])
}

describe('a pack that failed', () => {
  it('is asked for again', async () => {
    const path = pathOf('viewer/overview-filters')
    const { [path]: late, ...files } = sealed
    const host: Host = files
    const bundle = await opening(host, keys.viewer)
    expect(await reasonOf(bundle.readJson('answers/overview-filters'))).toBe('damaged')
    host[path] = late ?? new Uint8Array()
    expect(await bundle.readJson('answers/overview-filters')).toMatchObject({ answers: { more: [] } })
  })
})

it('every reason has words of its own', () => {
  // A record, so that a new reason cannot be forgotten here.
  const all: Record<BundleReason, true> = {
    unreachable: true,
    missing: true,
    newer: true,
    damaged: true,
    unsigned: true,
    forged: true,
    older: true,
    expired: true,
    locked: true,
    closed: true,
  }
  const messages = Object.keys(all).map((reason) => new BundleError(reason as BundleReason).message)
  expect(new Set(messages).size).toBe(messages.length)
})

it.each(['null', '[]', '{"format":2,"files":[null]}', '{"format":2}', 'no JSON'])(
  'what is no manifest is damaged, not a fault of ours: %s',
  (text) => {
    expect(() => parseManifestText(text)).toThrow(new BundleError('damaged').message)
  },
)
