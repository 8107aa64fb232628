import { describe, expect, it, vi } from 'vitest'
import type { Access } from '../../../src/bundle/access.ts'
import type { Manifest } from '../../../src/bundle/bundle.ts'
import {
  syncedAt,
  now,
  day,
  type Host,
  keys,
  open,
  sealed,
  manifest,
  asking,
  opening,
  parts,
  publish,
  reasonOf,
  text,
  withManifest,
  pathOf,
} from './publishedHost.ts'

function manifestOf(host: Host): Manifest {
  return JSON.parse(Buffer.from(host['manifest.json'] ?? []).toString()) as Manifest
}

describe('the open demo', () => {
  it('is opened as by an owner, with one request, and asks for no key', async () => {
    const asked: string[] = []
    const ask = asking(open, asked)
    const bundle = await opening(open, null, ask ? { fetch: ask } : {})
    expect(asked).toEqual(['manifest.json'])
    expect(bundle).toMatchObject({ audience: 'owner', manifest: { demo: true, expiresAt: null } })
    expect(await bundle.readJson('practice')).toEqual({ name: 'Sample Clinic' })
    expect(await bundle.readJson('tiles/overview')).toEqual({ page: 'overview', tiles: [] })
    expect(asked).toHaveLength(1)
    expect(await bundle.readJson('answers/overview')).toEqual({
      page: 'overview',
      answers: { visits: [], wages: [] },
    })
    expect(asked).toHaveLength(2)
  })

  it('is checked by its hash also where the browser lends none', async () => {
    vi.stubGlobal('crypto', {})
    expect((await opening(open, null)).audience).toBe('owner')
    const { inline = {}, ...rest } = manifestOf(open)
    const other = Object.entries(inline).map(([path, text]) => [path, text.replace(/^./, '!')])
    const same = Object.entries(inline).map(([path, text]) => [path, text.replace(/^..../, 'AAAA')])
    for (const [brought, reason] of [
      [same, 'damaged'],
      // Not to be read at all: as if nothing had come along.
      [other, null],
    ] as const) {
      const manifest = text(JSON.stringify({ ...rest, inline: Object.fromEntries(brought) as typeof inline }))
      expect(await reasonOf(opening({ ...open, 'manifest.json': manifest }, null))).toBe(reason)
    }
  })

  it('never ages, and tells nothing of its sequence', async () => {
    const seen = { highest: () => Number.MAX_SAFE_INTEGER, note: vi.fn() }
    await opening(open, null, { now: () => now + 9999 * day, seen })
    expect(seen.note).not.toHaveBeenCalled()
  })

  it('is refused to whoever has a key: theirs is sealed', async () => {
    expect(await reasonOf(opening(open, keys.owner))).toBe('unsigned')
    const claim = { ...manifestOf(open), demo: false, expiresAt: syncedAt }
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
    expect(Buffer.from(await owner.readBytes('cubes/payroll')).toString()).toBe('"wages"')
    expect(Buffer.from(await owner.readBytes('cubes/visits')).toString()).toBe('"visits"')
    const viewer = await opening(sealed, keys.viewer)
    expect(viewer.audience).toBe('viewer')
    expect(Buffer.from(await viewer.readBytes('cubes/visits')).toString()).toBe('"visits to September"')
    expect(await viewer.readJson('answers/overview')).toEqual({ page: 'overview', answers: { visits: [] } })
    expect(await viewer.readJson('health')).toEqual({ cents: null })
    expect(await reasonOf(viewer.readBytes('cubes/payroll'))).toBe('damaged')
  })

  it.each([
    ['owner', 'one request', []],
    ['viewer', 'two requests', ['viewer/overview']],
  ] as const)('gives an %s the first number for %s', async (audience, _, packs) => {
    const asked: string[] = []
    const ask = asking(sealed, asked)
    const bundle = await opening(sealed, keys[audience], ask ? { fetch: ask } : {})
    await Promise.all([bundle.readJson('practice'), bundle.readJson('tiles/overview')])
    expect(asked).toEqual(['manifest.json', ...packs.map(pathOf)])
  })

  it('brings along the file that lies there too, and is read without as well', async () => {
    const path = pathOf('owner/overview')
    expect(manifest.inline).toEqual({ [path]: Buffer.from(sealed[path] ?? []).toString('base64') })
    const bundle = await opening(withManifest({ inline: {} }), keys.owner)
    expect(await bundle.readJson('tiles/overview')).toEqual({ page: 'overview', tiles: [] })
  })

  it('is asked at once for what an address reads besides, and that is not asked for again', async () => {
    const asked: string[] = []
    const ask = asking(sealed, asked)
    const atOnce: string[] = []
    const bundle = await opening(sealed, keys.owner, {
      parts: ['answers/overview', 'practice'],
      ...(ask ? { fetch: ask } : {}),
      asked: () => atOnce.push(...asked),
    })
    expect(new Set(atOnce)).toEqual(
      new Set(['manifest.json', ...['overview-answers', 'practice'].map((pack) => pathOf(`owner/${pack}`))]),
    )
    await bundle.readJson('answers/overview')
    expect(asked).toEqual(atOnce)
  })

  it('opens what the key opens, whatever the link says of it', async () => {
    const viewer: Access = { ...keys.viewer, audience: 'owner' }
    expect((await opening(sealed, viewer)).audience).toBe('viewer')
    const owner: Access = { ...keys.owner, audience: 'viewer' }
    const bundle = await opening(sealed, owner)
    expect(bundle.audience).toBe('owner')
    expect(await bundle.readJson('practice')).toEqual({ name: 'Two Rivers Clinic' })
  })

  it('tells a viewer for whom there is nothing yet that it is early, on every page', async () => {
    const owners = parts('Two Rivers Clinic').filter(({ audience }) => audience === 'owner')
    const host = await publish('Two Rivers Clinic', keys.sealing, owners)
    for (const page of ['overview', 'data-health', 'definitions']) {
      expect(await reasonOf(opening(host, keys.viewer, { page }))).toBe('early')
      expect(await reasonOf(opening(host, keys.owner, { page }))).toBeNull()
    }
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
    expect(await bundle.readJson('practice')).toEqual({ name: 'Two Rivers Clinic', asOf: '2026-09-30' })
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
