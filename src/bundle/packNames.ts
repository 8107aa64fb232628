import { audiences, type Audience } from '../cubes/audience.ts'

/** What a page without a pack of its own opens: the practice alone. */
const plainPage = 'practice'

/** The packs that a page shows first, of those that the manifest lists; one or none for an audience. */
export function firstPacks(page: string, listed: ReadonlySet<string>): string[] {
  const own = listed.has(`viewer/${page}`) ? page : plainPage
  return audiences.map((audience) => `${audience}/${own}`).filter((name) => listed.has(name))
}

/**
 * The pack in which an audience's share of a part lies, unless a page's first pack has it already; null for a
 * part of which it has none of its own.
 */
export function packOf(part: string, audience: Audience): string | null {
  if (part.startsWith('cubes/')) return `${audience}/cubes`
  if (part.startsWith('answers/')) return `${audience}/${part.slice('answers/'.length)}`
  if (part === 'health') return `${audience}/data-health`
  return audience === 'viewer' ? `viewer/${plainPage}` : null
}

/** Whether a pack is compressed as a whole: all but the cubes, whose Parquet is compressed already. */
export function isCompressed(pack: string): boolean {
  return !pack.endsWith('/cubes')
}
