import { gzipSync } from 'node:zlib'
import { isCompressed } from '../../src/bundle/packNames.ts'
import type { Audience } from '../../src/cubes/audience.ts'
import { dashboards } from '../../src/dashboards/dashboards.ts'
import type { BundlePart } from './bundlePart.ts'
import { encodePack } from './encodePack.ts'

/** One published file before it is sealed: `viewer/overview`, for whom, and its bytes. */
export interface NamedPack {
  readonly name: string
  readonly audience: Audience
  readonly bytes: Uint8Array
}

/** Which parts lie in which pack: by page, never by what the data holds, so that a list of files says nothing. */
const plan: readonly { readonly name: string; readonly holds: (part: string) => boolean }[] = [
  ...dashboards.flatMap(({ id }) => [
    // What a page shows first is small: its answers, of which filters and charts are made, follow in a pack of their own.
    { name: id, holds: (part: string) => ['practice', `tiles/${id}`].includes(part) },
    { name: `${id}-answers`, holds: (part: string) => part === `answers/${id}` },
    { name: `${id}-filters`, holds: (part: string) => part === `answers/${id}-filters` },
  ]),
  // The A/R roll-forward is the one table that a page shows without the engine.
  {
    name: 'data-health',
    holds: (part) => ['practice', 'health', 'cubes/reconciliation'].includes(part),
  },
  // For a page without numbers of its own.
  { name: 'practice', holds: (part) => part === 'practice' },
  { name: 'cubes', holds: (part) => part.startsWith('cubes/') },
]

/**
 * Gathers an audience's parts in packs by the fixed plan: the same names for every practice and every run, and a
 * pack also where it stays empty. Throws if a part has no place in it.
 */
export function gatherPacks(parts: readonly BundlePart[], audience: Audience): NamedPack[] {
  const homeless = parts.find(({ name }) => !plan.some(({ holds }) => holds(name)))
  if (homeless) throw new Error(`no pack for the part: ${homeless.name}`)
  const own = parts.filter((part) => part.audience === audience)
  return plan.map(({ name, holds }) => {
    const pack = { name: `${audience}/${name}`, audience }
    const bytes = encodePack(own.filter((part) => holds(part.name)))
    return { ...pack, bytes: isCompressed(pack.name) ? gzipSync(bytes, { level: 9 }) : bytes }
  })
}
