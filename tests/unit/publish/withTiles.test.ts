import { beforeAll, describe, expect, it } from 'vitest'
import type { BundlePart } from '../../../scripts/publish/bundlePart.ts'
import { describePractice } from '../../../scripts/publish/describePractice.ts'
import { editionParts } from '../../../scripts/publish/editionParts.ts'
import { shownParts, viewersParts } from '../../../scripts/publish/viewersParts.ts'
import { withTiles } from '../../../scripts/publish/withTiles.ts'
import { audienceOfQuery } from '../../../src/bundle/audienceOfQuery.ts'
import type { Answers, Practice, Tiles } from '../../../src/bundle/bundle.ts'
import { preparedAnswers } from '../../../src/bundle/preparedAnswers.ts'
import { wholeTile } from '../../../src/bundle/wholeTile.ts'
import { tileView } from '../../../src/components/tileView.ts'
import { audiences, type Audience } from '../../../src/cubes/audience.ts'
import { dashboards } from '../../../src/dashboards/dashboards.ts'
import { tileQueries } from '../../../src/dashboards/pageQueries.ts'
import { defaultState } from '../../../src/dashboards/preparedStates.ts'
import { headlineOf } from '../../../src/letter/headline.ts'
import { metricById } from '../../../src/metrics/metrics.ts'
import { sampleCubes } from '../../helpers/sampleCubes.ts'

const goal = {
  scope: 'practice',
  scopeId: null,
  target: 0.1,
  lowerOk: null,
  upperOk: null,
  from: '2025-01',
  source: null,
} as const

let editions: Readonly<Record<Audience, readonly BundlePart[]>>

beforeAll(async () => {
  const tables = sampleCubes()
  const practice = describePractice(tables, {
    name: 'Two Rivers Clinic',
    timeZone: 'America/Chicago',
    asOf: '2026-10-31',
    fiscalYearStart: 1,
    maturityDays: 120,
    targets: ['net_collections', 'overtime_rate'].map((metric) => ({ ...goal, metric })),
    providerOrder: [],
  })
  if (!practice) throw new Error('no practice')
  const contents = { tables, practice, health: { tabs: [], rejected: [], unmapped: [], warnings: [] } }
  editions = {
    owner: await editionParts('owner', contents),
    viewer: shownParts(await viewersParts(contents), 'owners'),
  }
})

function contentOf(audience: Audience, name: string): unknown {
  const part = editions[audience].find((one) => one.name === name)
  return JSON.parse(Buffer.from(part?.bytes ?? []).toString())
}

const cases = audiences.flatMap((audience) => dashboards.map((dashboard) => ({ audience, dashboard })))

describe('prepared tiles', () => {
  it.each(cases)(
    'of $dashboard.id are what the $audience’s own answers say by default',
    ({ audience, dashboard }) => {
      const practice = contentOf(audience, 'practice') as Practice
      const get = preparedAnswers(contentOf(audience, `answers/${dashboard.id}`) as Answers, audience)
      const { page, tiles } = contentOf(audience, `tiles/${dashboard.id}`) as Tiles
      const state = defaultState(practice)
      expect(page).toBe(dashboard.id)
      expect(tiles.map((tile) => wholeTile(tile, practice))).toEqual(
        dashboard.tiles.map((id) => {
          const view = tileView({ metric: metricById(id), practice, state, get })
          return view.state === 'owners' ? { ...view, metric: '', label: '' } : view
        }),
      )
      // What is still to be computed would stand there as such.
      expect(tiles.map((tile) => tile.state)).not.toContain('loading')
    },
  )

  it('begin, where a page begins with sentences, with those that it will compute from all its answers', () => {
    for (const { audience, dashboard } of cases.filter((one) => one.dashboard.signals)) {
      const practice = contentOf(audience, 'practice') as Practice
      const [first, later] = ['', '-filters'].map(
        (part) => contentOf(audience, `answers/${dashboard.id}${part}`) as Answers,
      )
      const answers = { page: dashboard.id, answers: { ...later?.answers, ...first?.answers } }
      const { headline } = contentOf(audience, `tiles/${dashboard.id}`) as Tiles
      expect(headline).toEqual(headlineOf({ dashboard, practice, get: preparedAnswers(answers, audience) }))
      expect(headline).not.toBeNull()
    }
  })

  it('hold no number of what is for owners where a viewer reads, and have it where an owner does', () => {
    const told = { owner: 0, viewer: 0 }
    for (const { audience, dashboard } of cases) {
      const practice = contentOf(audience, 'practice') as Practice
      const { tiles } = contentOf(audience, `tiles/${dashboard.id}`) as Tiles
      for (const [place, tile] of tiles.entries()) {
        const { series } = tileQueries(dashboard.tiles[place] ?? '', defaultState(practice))
        if (audienceOfQuery(series) === 'viewer') continue
        const { value, unit, changes, spark, sparkRange } = tile
        if (tile.state === 'ready') told[audience] += 1
        else expect(/\d/.test(JSON.stringify([value, unit, changes, spark, sparkRange]))).toBe(false)
      }
    }
    expect(told.viewer).toBe(0)
    expect(told.owner).toBeGreaterThan(0)
  })

  it('are published of a practice’s own answers only: an edition without any has none', () => {
    expect(withTiles([], 'viewer')).toEqual([])
    const rest = editions.owner.filter(({ name }) => !/^(answers|tiles)\//.test(name))
    expect(withTiles(rest, 'owner')).toEqual(rest)
  })
})
