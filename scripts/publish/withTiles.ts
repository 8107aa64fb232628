import type { Answers, Practice, Tiles } from '../../src/bundle/bundle.ts'
import { defaultHeadline, defaultTiles } from '../../src/bundle/defaultTiles.ts'
import type { Audience } from '../../src/cubes/audience.ts'
import { dashboards } from '../../src/dashboards/dashboards.ts'
import { writeAs } from '../../src/format/formats.ts'
import type { BundlePart } from './bundlePart.ts'

/**
 * An edition's parts, and beside each page's answers its tiles as they read by default, so that a page shows them before
 * it can compute any. Made of nothing but the practice and the answers among these very parts: whoever reads them learns
 * nothing by the tiles that the audited tables of the edition do not tell.
 */
export function withTiles(parts: readonly BundlePart[], audience: Audience): BundlePart[] {
  const practice = contentOf(parts, 'practice') as Practice | null
  if (!practice) return [...parts]
  writeAs(practice.formats)
  const prepared = dashboards.flatMap((dashboard): BundlePart[] => {
    const page = dashboard.id
    const first = contentOf(parts, `answers/${page}`) as Answers | null
    if (!first) return []
    // The headline is also made of what a page asks after its first sight.
    const later = contentOf(parts, `answers/${page}-filters`) as Answers | null
    const answers = { page, answers: { ...later?.answers, ...first.answers } }
    const sources = { practice, answers, audience }
    const content: Tiles = {
      page,
      tiles: defaultTiles(dashboard, sources),
      ...defaultHeadline(dashboard, sources),
    }
    return [{ name: `tiles/${page}`, audience, bytes: Buffer.from(JSON.stringify(content)) }]
  })
  return [...parts, ...prepared]
}

function contentOf(parts: readonly BundlePart[], wanted: string): unknown {
  const part = parts.find(({ name }) => name === wanted)
  return part ? JSON.parse(Buffer.from(part.bytes).toString()) : null
}
