import type { Audience } from '../cubes/audience.ts'

/** What a page without a pack of its own opens: the practice alone. */
const plainPage = 'practice'

/** The pack that a page shows first, of those that the manifest lists for an audience; null if there is none. */
export function firstPack(page: string, audience: Audience, listed: ReadonlySet<string>): string | null {
  const names = [`${audience}/${page}`, `${audience}/${plainPage}`]
  return names.find((name) => listed.has(name)) ?? null
}

/** The pack in which a part of an audience's edition lies, unless the page's first pack has it already. */
export function packOf(part: string, audience: Audience): string {
  if (part.startsWith('cubes/')) return `${audience}/cubes`
  const [, kind, page] = /^(answers|tiles)\/(.*)$/.exec(part) ?? []
  if (page !== undefined) {
    const isFirstAnswers = kind === 'answers' && !page.endsWith('-filters')
    return `${audience}/${page}${isFirstAnswers ? '-answers' : ''}`
  }
  return `${audience}/${part === 'health' ? 'data-health' : plainPage}`
}

/** Whether a pack is compressed as a whole: all but the cubes, whose Parquet is compressed already. */
export function isCompressed(pack: string): boolean {
  return !pack.endsWith('/cubes')
}
