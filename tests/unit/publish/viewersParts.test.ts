import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BundlePart } from '../../../scripts/publish/bundlePart.ts'
import { describePractice } from '../../../scripts/publish/describePractice.ts'
import { editionParts } from '../../../scripts/publish/editionParts.ts'
import { readManifest } from '../../../scripts/publish/readManifest.ts'
import { editionNote } from '../../../scripts/publish/viewersHealth.ts'
import { shownParts, viewersParts, type ViewersContents } from '../../../scripts/publish/viewersParts.ts'
import { viewersPractice, type NameReaders } from '../../../scripts/publish/viewersPractice.ts'
import { writeBundle } from '../../../scripts/publish/writeBundle.ts'
import type { Answers, Health, Practice, Target, ViewersHealth } from '../../../src/bundle/bundle.ts'
import { audienceOf } from '../../../src/cubes/audienceOf.ts'
import type { CubeTable } from '../../../src/cubes/cube.ts'
import { dashboards } from '../../../src/dashboards/dashboards.ts'
import { layersOf } from '../../canaries/layersOf.ts'
import { openFolder } from '../../helpers/openFolder.ts'
import { sampleCubes } from '../../helpers/sampleCubes.ts'
import { testSealing, type TestSealing } from '../../helpers/testSealing.ts'

/** The roster, which is neither in the order of the alphabet nor in that of the months. */
const roster = ['Chen Quilliam', 'Amara Vantongeren', 'Birk Ostrowski']
const sampleNames: Readonly<Record<string, string>> = {
  Amara: 'Amara Vantongeren',
  Birk: 'Birk Ostrowski',
  Chen: 'Chen Quilliam',
}

/** What the sync read of an invented tab, with counts and amounts that somebody can look for. */
const rows = {
  read: 918_437_266,
  included: 918_437_265,
  quarantined: 1,
  duplicates: 0,
  blank: 0,
  outOfScope: 0,
}
const health: Health = {
  tabs: [
    {
      workbook: 'practice.xlsx',
      tab: 'Bills of March',
      dataset: 'charges',
      headerRow: 1,
      rows,
      cents: { ...rows, read: 918_374_651, included: 917_600_128, quarantined: 774_523, unreadable: 0 },
      newest: '2026-10',
    },
  ],
  rejected: [
    { tab: 'Bills of March', column: 'C', field: 'post_date', rule: 'no_date', fix: 'Mend it.', rows: 1 },
  ],
  unmapped: [{ dataset: 'charges', field: 'payer', values: 1, rows: 1, cents: 663_187_204 }],
  warnings: ['Tab "Bills of March" is hidden; it was read all the same.'],
}

let place = ''
let keys: TestSealing
let contents: ViewersContents
/** Both editions, as they are kept. */
let parts: readonly BundlePart[]
/** The bundle as it is published unless the practice says otherwise. */
let published = ''

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'bundle-parts-'))
  keys = await testSealing()
  contents = contentsOf()
  parts = [...(await editionParts('owner', contents)), ...(await viewersParts(contents))]
  published = await publishedFolder('owners')
})
afterAll(() => rm(place, { recursive: true, force: true }))

/** Some facts of an invented practice, with goals of every kind. */
function contentsOf(): ViewersContents {
  const facts = ['appointments', 'transactions', 'charges', 'payroll']
  const tables = sampleCubes()
    .filter(({ cube }) => facts.includes(cube.fact))
    .map(named)
  const practice = describePractice(tables, {
    name: 'Two Rivers Clinic',
    timeZone: 'America/Chicago',
    asOf: '2026-10-31',
    fiscalYearStart: 1,
    maturityDays: 120,
    targets: [
      goal('no_show_rate', 'provider', 'Chen Quilliam'),
      goal('no_show_rate', 'location', 'North'),
      goal('net_collections', 'practice', null),
      goal('net_collections', 'provider', 'Chen Quilliam'),
      goal('net_collections', 'location', 'North'),
      goal('overtime_rate', 'practice', null),
      goal('overtime_rate', 'location', 'North'),
    ],
    providerOrder: roster,
  })
  if (!practice) throw new Error('no practice')
  return { tables, practice, health }
}

/** A table from the middle of 2025 on, with longer names, which somebody can look for. */
function named(table: CubeTable): CubeTable {
  const rows = (table.columns.month ?? []).flatMap((month, row) => (String(month) > '2025-06' ? [row] : []))
  const columns = Object.entries(table.columns).map(([name, values]) => {
    const kept = rows.map((row) => values[row] ?? null)
    return [name, name === 'provider' ? kept.map((value) => sampleNames[String(value)] ?? value) : kept]
  })
  return { ...table, rowCount: rows.length, columns: Object.fromEntries(columns) as CubeTable['columns'] }
}

function goal(metric: string, scope: Target['scope'], scopeId: string | null): Target {
  return { metric, scope, scopeId, target: 0.1, lowerOk: null, upperOk: null, from: '2025-01', source: null }
}

function practiceFor(audience: BundlePart['audience'], readers: NameReaders = 'owners'): Practice {
  const among = audience === 'owner' ? parts : shownParts(parts.filter(isViewers), readers)
  const part = among.find((one) => one.name === 'practice' && one.audience === audience)
  return JSON.parse(Buffer.from(part?.bytes ?? []).toString()) as Practice
}

function isViewers({ audience }: BundlePart): boolean {
  return audience === 'viewer'
}

/** Everything in the bundle's files that a key opens, as text, by what it is. */
async function openedText(folder: string, identity: string): Promise<string> {
  const manifest = await readManifest(folder)
  const paths = ['manifest.json', ...(manifest?.files ?? []).map(({ path }) => path)]
  const files = paths.map(async (path) => ({ where: path, bytes: await readFile(join(folder, path)) }))
  const layers = await Promise.all((await Promise.all(files)).map((file) => layersOf(file, [identity])))
  return layers
    .flat()
    .map(({ bytes }) => Buffer.from(bytes).toString())
    .join('\n')
}

async function publishedFolder(name: NameReaders): Promise<string> {
  const folder = join(place, name)
  const viewers = shownParts(parts.filter(isViewers), name)
  const all = [...parts.filter((part) => !isViewers(part)), ...viewers]
  await writeBundle(folder, all, {
    demo: false,
    syncedAt: '2026-11-02T05:00:00Z',
    sealing: keys.sealing,
    before: null,
  })
  return folder
}

describe('the viewers’ edition', () => {
  it('puts no name of a provider into any byte that a viewer can open, while the owner finds each', async () => {
    const [viewers, owners] = [
      await openedText(published, keys.viewer.identity),
      await openedText(published, keys.owner.identity),
    ]
    for (const word of roster.flatMap((name) => [name, ...name.split(' ')])) {
      expect(owners).toContain(word)
      expect(viewers).not.toContain(word)
    }
    // What a viewer is meant to see is there: the search has looked into it.
    for (const word of ['Two Rivers Clinic', 'Provider 3', 'visit_count']) expect(viewers).toContain(word)
  })

  it('tells the names to everybody where the practice says so, and nothing else that is for owners', async () => {
    const viewers = await openedText(await publishedFolder('everyone'), keys.viewer.identity)
    for (const name of roster) expect(viewers).toContain(name)
    expect(viewers).not.toContain('overtime_rate')
    expect(viewers).not.toContain('net_collections","scope":"provider"')
  })

  it('says the same of the practice as the owners’, but for names, the order of providers, goals and months of pay', () => {
    const owners = practiceFor('owner')
    const viewers = practiceFor('viewer')
    expect(Object.keys(owners)).not.toContain('names')
    expect(Object.keys(viewers)).not.toContain('names')
    const { spans, ...others } = owners
    expect({ ...viewers, filters: owners.filters, targets: owners.targets }).toMatchObject(others)
    expect(Object.keys(viewers).toSorted()).toEqual(Object.keys(owners).toSorted())
    const { payroll, ...theirs } = spans ?? {}
    expect(payroll).toBeDefined()
    expect(viewers.spans).toEqual(theirs)
    expect(owners.filters.provider).toEqual(roster)
    expect(viewers.filters.provider).toEqual(['Provider 1', 'Provider 2', 'Provider 3'])
    const { names, filters } = practiceFor('viewer', 'everyone')
    expect(filters.provider.map((alias) => names?.provider[alias])).toEqual(roster)
  })

  it('changes but for the practice by no byte, whoever sees names, and has its tiles beside', () => {
    const kept = parts.filter(isViewers)
    for (const readers of ['owners', 'everyone'] as const) {
      const shown = shownParts(kept, readers)
      const names = (of: readonly BundlePart[]) => of.map(({ name }) => name)
      const pages = dashboards.map(({ id }) => `tiles/${id}`)
      expect(names(shown)).toEqual([...names(kept), ...pages])
      const changed = kept.filter((part, index) => part.bytes !== shown[index]?.bytes)
      expect(changed.map(({ name }) => name)).toEqual(['practice'])
    }
  })

  it('says what the rows lack for numbers that viewers have, and not for owners’', () => {
    const kept: Practice = { ...practiceFor('viewer'), lacks: ['booking_day', 'hours'] }
    expect(viewersPractice(kept, 'everyone').lacks).toEqual(['booking_day'])
    expect(viewersPractice(practiceFor('viewer'), 'everyone').lacks).toBeUndefined()
  })

  it('lists providers by number, with what is no name behind them', () => {
    const kept = practiceFor('viewer', 'everyone')
    const provider = ['Unmapped', 'Provider 10', ...kept.filters.provider.toReversed()]
    const names = { provider: { ...kept.names?.provider, 'Provider 10': 'Zed Yarrow' } }
    const told = viewersPractice({ ...kept, names, filters: { ...kept.filters, provider } }, 'owners')
    expect(told.filters.provider).toEqual([
      'Provider 1',
      'Provider 2',
      'Provider 3',
      'Provider 10',
      'Unmapped',
    ])
  })

  it('tells viewers the goals of what they can see, for the practice and for a part of it', () => {
    const told = (practice: Practice) => practice.targets.map(({ metric, scope }) => `${metric} ${scope}`)
    expect(told(practiceFor('owner'))).toHaveLength(7)
    expect(told(practiceFor('viewer'))).toEqual([
      'no_show_rate provider',
      'no_show_rate location',
      'net_collections practice',
      'net_collections location',
    ])
  })

  it("gives an owner the data's health whole, and a viewer nothing of it to count or subtract", async () => {
    const opened = async (keyring: TestSealing['viewer']) =>
      (await openFolder(published, keyring, { page: 'data-health' })).readJson<unknown>('health')
    expect(await opened(keys.owner)).toEqual(health)
    const viewers: ViewersHealth = {
      datasets: [{ dataset: 'charges', newest: '2026-10', leftOut: 'under_1_percent' }],
      notes: [editionNote],
    }
    expect(await opened(keys.viewer)).toEqual(viewers)
    const [told, whole] = [
      await openedText(published, keys.viewer.identity),
      await openedText(published, keys.owner.identity),
    ]
    for (const word of [
      '918437265',
      '918374651',
      '917600128',
      '663187204',
      'Bills of March',
      'no_date',
      'quarantined',
    ]) {
      expect([word, told.includes(word), whole.includes(word)]).toEqual([word, false, true])
    }
  })

  it('answers and splits by number, and the owners’ by name', () => {
    const keysOf = (audience: BundlePart['audience']) =>
      parts
        .filter((part) => part.audience === audience && part.name.startsWith('answers/'))
        .flatMap(({ bytes }) =>
          Object.entries((JSON.parse(Buffer.from(bytes).toString()) as Answers).answers),
        )
    for (const [audience, names] of [
      ['viewer', ['Provider 1', 'Provider 2', 'Provider 3']],
      ['owner', roster],
    ] as const) {
      const rows = keysOf(audience).flatMap(([, answer]) =>
        answer.flatMap(({ keys: { provider } }) => provider ?? []),
      )
      expect(new Set(rows)).toEqual(new Set(names))
      expect(keysOf(audience).some(([key]) => key.includes(`"${names[1]}"`))).toBe(true)
    }
  })

  it('holds the tables that viewers may see and no other, and the owners’ holds all', () => {
    const cubesOf = (audience: BundlePart['audience']) =>
      parts
        .filter((part) => part.audience === audience && part.name.startsWith('cubes/'))
        .map(({ name }) => name.slice('cubes/'.length))
    expect(cubesOf('owner')).toEqual(contents.tables.map(({ cube }) => cube.name))
    const seen = contents.tables.filter(({ cube }) => audienceOf(cube) === 'viewer')
    expect(cubesOf('viewer')).toEqual(seen.map(({ cube }) => cube.name))
    expect(seen.length).toBeLessThan(contents.tables.length)
  })

  it('gives an owner who opens it the practice with its names, and a viewer the one without', async () => {
    for (const page of ['overview', 'schedule', 'data-health', 'definitions']) {
      const owners = await (await openFolder(published, keys.owner, { page })).readJson<Practice>('practice')
      const viewers = await (
        await openFolder(published, keys.viewer, { page })
      ).readJson<Practice>('practice')
      expect(owners).toEqual(practiceFor('owner'))
      expect(viewers).toEqual(practiceFor('viewer'))
    }
  })
})
