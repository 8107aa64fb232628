import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signManifest } from '../../../scripts/publish/signManifest.ts'
import type { Access } from '../../../src/bundle/access.ts'
import type { Manifest } from '../../../src/bundle/bundle.ts'
import type { BundleReason } from '../../../src/bundle/BundleError.ts'
import { BundleError } from '../../../src/bundle/openBundle.ts'
import { parseEnvelope } from '../../../src/bundle/parseEnvelope.ts'
import { parseManifestText } from '../../../src/bundle/parseManifest.ts'
import type { SequenceMemory } from '../../../src/bundle/seenSequence.ts'
import {
  now,
  day,
  type Host,
  keys,
  stranger,
  sealed,
  manifest,
  asking,
  opening,
  reasonOf,
  text,
  withManifest,
  pathOf,
} from './publishedHost.ts'

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
          expect(await reasonOf(readAll({ ...asked(), [path]: changed }, name))).toBe('damaged')
        },
      ),
      { numRuns: 120 },
    )
  })

  it('with any byte of what its manifest brings along changed, whoever has signed it', async () => {
    const path = pathOf('owner/overview')
    const whole = sealed[path] ?? new Uint8Array()
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (place, by, cut) => {
        const at = place % whole.length
        const changed = Buffer.from(cut ? whole.slice(0, at) : whole)
        if (!cut) changed[at] = (changed[at] ?? 0) ^ by
        const host = withManifest({ inline: { [path]: changed.toString('base64') } })
        expect(await reasonOf(readAll(host, 'owner/overview'))).toBe('damaged')
      }),
      { numRuns: 60 },
    )
  })

  it('with any pack gone, or any two exchanged', async () => {
    const names = manifest.files.map(({ name }) => name)
    for (const [index, name] of names.entries()) {
      const other = names[(index + 1) % names.length] ?? ''
      const { [pathOf(name)]: mine, ...without } = asked()
      expect(await reasonOf(readAll(without, name))).toBe('damaged')
      const theirs = sealed[pathOf(other)] ?? new Uint8Array()
      expect(mine).not.toEqual(theirs)
      const exchanged = { ...asked(), [pathOf(name)]: theirs, [pathOf(other)]: mine ?? theirs }
      expect(await reasonOf(readAll(exchanged, name))).toBe('damaged')
    }
  })
})

/** The sealed bundle with a manifest that brings nothing along: every pack is asked for. */
function asked(): Host {
  return withManifest({ inline: {} })
}

/** Opens the page to which a pack belongs, and reads what lies in it. */
async function readAll(files: Host, name: string): Promise<void> {
  const [audience = '', page = ''] = name.split('/')
  const [, shown = '', rest] = /^(.*?)(-answers|-filters)?$/.exec(page) ?? []
  const bundle = await opening(files, audience === 'owner' ? keys.owner : keys.viewer, { page: shown })
  if (rest) await bundle.readJson(`answers/${page.replace('-answers', '')}`)
  if (page === 'cubes') await bundle.readBytes('cubes/visits')
}

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
    early: true,
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

it('a manifest may say which edition viewers were shown last, and then says it whole', () => {
  const saying = (viewers: unknown) => () => parseManifestText(JSON.stringify({ ...manifest, viewers }))
  const whole = { day: '2026-09-30', id: 'one of them' }
  expect(saying(whole)()).toMatchObject({ viewers: whole })
  for (const other of [null, 'all', {}, { day: whole.day }, { id: whole.id }, { ...whole, day: 30 }]) {
    expect(saying(other)).toThrow(new BundleError('damaged').message)
  }
})
