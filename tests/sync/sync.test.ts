import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SyncError } from '../../scripts/errors/SyncError.ts'
import { defaultConfig, type SyncConfig } from '../../scripts/private/config/config.ts'
import { folderSource } from '../../scripts/private/sources/folderSource.ts'
import { contentHash } from '../../scripts/publish/contentHash.ts'
import { readManifest } from '../../scripts/publish/readManifest.ts'
import { sync, type SyncResult } from '../../scripts/sync/sync.ts'
import { audienceOfQuery } from '../../src/bundle/audienceOfQuery.ts'
import type { Account, Answers, Health, Practice, ViewersHealth } from '../../src/bundle/bundle.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import { nodeDatabase } from '../../src/db/nodeDatabase.ts'
import { metricById } from '../../src/metrics/metrics.ts'
import { compileMetric } from '../../src/queries/compileMetric.ts'
import { queryKey, type MetricQuery } from '../../src/queries/metricQuery.ts'
import { toMetricRows } from '../../src/queries/toMetricRows.ts'
import { wholeWindows } from '../../src/queries/wholeWindows.ts'
import { letIn } from '../helpers/letIn.ts'
import { openFolder } from '../helpers/openFolder.ts'
import { openParts } from '../helpers/openParts.ts'
import { folderBytes, readCubeTables, readPart, temporaryFolder, testClock } from '../helpers/syncFolder.ts'
import { testSealing, type TestSealing } from '../helpers/testSealing.ts'
import {
  inventedBilling,
  inventedConfig,
  inventedConfigText,
  inventedPayroll,
  inventedSchedule,
  inventedTabs,
  writeText,
  writeWorkbook,
  type InventedTab,
} from './inventedPractice.ts'
import { projectView, runSync } from './runSync.ts'

let root = ''
/** The invented practice as CSV files, and its bundle. */
let csv = ''
let published = ''
let keys: TestSealing

beforeAll(async () => {
  root = await temporaryFolder()
  keys = await testSealing(join(root, 'readers-edition.pack'))
  csv = await csvFolder('csv', inventedTabs())
  published = join(root, 'published')
  await run(csv, published)
})
afterAll(() => rm(root, { recursive: true, force: true }))

/** How many sums are published rather than merged. */
function shownSums(tables: readonly CubeTable[]): number {
  return tables.reduce((count, { cube, columns }) => {
    const measures = cube.columns.filter(({ nullable }) => nullable)
    return count + measures.flatMap(({ name }) => columns[name] ?? []).filter((sum) => sum !== null).length
  }, 0)
}

/** A new folder of the test. */
async function newFolder(name: string): Promise<string> {
  const folder = join(root, name)
  await mkdir(folder)
  return folder
}

/** Syncs a folder of the test into another, with a clock that stands still. */
function run(folder: string, out: string, config: SyncConfig = inventedConfig()): Promise<SyncResult> {
  const effects = { now: () => testClock, progress: () => undefined }
  return sync(
    {
      source: folderSource(folder),
      config,
      asOf: '2026-10-31',
      out,
      project: import.meta.dirname,
      sealing: keys.sealing,
    },
    effects,
  )
}

/** Writes tabs as CSV files and returns their folder. */
async function csvFolder(name: string, tabs: readonly InventedTab[]): Promise<string> {
  const folder = await newFolder(name)
  for (const tab of tabs) await writeText(folder, tab)
  return folder
}

describe('sync(options, effects)', () => {
  it('the same input and clock give the same parts, and in the same folder the same files', async () => {
    const parts = await openParts(published, keys.owner)
    expect(parts.length).toBeGreaterThan(35)
    const again = join(root, 'again')
    await run(csv, again)
    expect(await openParts(again, keys.owner)).toEqual(parts)
    const { 'manifest.json': first, ...sealed } = await folderBytes(again)
    await run(csv, again)
    const { 'manifest.json': second, ...kept } = await folderBytes(again)
    expect(kept).toEqual(sealed)
    expect(second).not.toBe(first)
  })

  it('nobody without a key can read a file of it, and a viewer no file of the owners', async () => {
    await expect(openFolder(published, null)).rejects.toMatchObject({ reason: 'locked' })
    const bundle = await openFolder(published, keys.viewer)
    expect(bundle.audience).toBe('viewer')
    await expect(bundle.readBytes('cubes/payroll')).rejects.toMatchObject({ reason: 'damaged' })
    expect((await openFolder(published, keys.owner)).audience).toBe('owner')
  })

  it('every prepared answer is what the published tables answer', async () => {
    const database = await nodeDatabase()
    try {
      await database.load(await readCubeTables(published, keys.owner))
      const parts = await openParts(published, keys.owner)
      const { spans } = await readPart<Practice>(published, keys.owner, 'practice')
      let count = 0
      for (const { bytes } of parts.filter(({ name }) => name.startsWith('answers/'))) {
        const { answers } = JSON.parse(Buffer.from(bytes).toString()) as Answers
        for (const [key, prepared] of Object.entries(answers)) {
          const query = queryOf(key)
          const metric = metricById(query.metric)
          const rows = toMetricRows(query, await database.query(compileMetric(metric, query)))
          expect({ key, rows: wholeWindows(metric, query, { rows, spans }) }).toEqual({ key, rows: prepared })
          count += 1
        }
      }
      expect(count).toBeGreaterThan(100)
    } finally {
      await database.close()
    }
  })

  it('what is for owners lies in no part for viewers: answers, tables, the sum of the payroll', async () => {
    const forViewers = await openParts(published, keys.viewer)
    const text = ({ bytes }: (typeof forViewers)[number]) => Buffer.from(bytes).toString()
    let answers = 0
    for (const part of forViewers.filter(({ name }) => name.startsWith('answers/'))) {
      for (const key of Object.keys((JSON.parse(text(part)) as Answers).answers)) {
        expect([key, audienceOfQuery(queryOf(key))]).toEqual([key, 'viewer'])
        answers += 1
      }
    }
    expect(answers).toBeGreaterThan(50)
    expect(forViewers.filter(({ name }) => /^cubes\/(payroll|charges_by_provider)/.test(name))).toEqual([])
  })

  it("the data's health is whole for owners; for viewers it holds no number but months", async () => {
    const { tabs } = await readPart<Health>(published, keys.owner, 'health')
    const viewers = JSON.stringify(await readPart<ViewersHealth>(published, keys.viewer, 'health'))
    expect(tabs.map(({ dataset }) => dataset).toSorted()).toEqual(['appointments', 'billing', 'payroll'])
    expect(tabs.find(({ dataset }) => dataset === 'billing')?.cents?.included).toBeGreaterThan(0)
    // Payroll's amounts less the cost of staff are what providers are paid.
    const payroll = tabs.find(({ dataset }) => dataset === 'payroll')
    expect(payroll?.rows.included).toBeGreaterThan(0)
    expect(payroll?.cents).toBeNull()
    expect(viewers).toContain('"dataset":"appointments","newest":"2026-')
    expect(viewers.replaceAll(/"\d{4}-\d{2}"|"under_1_percent"/g, '')).not.toMatch(/\d|payroll/)
  })

  it('a changed input changes the cubes that it touches and no others', async () => {
    const billing = inventedBilling()
    const changed = { ...billing, rows: billing.rows.slice(0, -1) }
    const out = join(root, 'changed-out')
    await run(await csvFolder('changed', [changed, inventedPayroll(), inventedSchedule()]), out)
    const cubes = async (folder: string) =>
      new Map((await openParts(folder, keys.owner)).map(({ name, bytes }) => [name, contentHash(bytes)]))
    const [before, after] = [await cubes(published), await cubes(out)]
    const touched = 'cubes/transactions'
    expect(before.has(touched)).toBe(true)
    expect(after.get(touched)).not.toBe(before.get(touched))
    const untouched = [...before.keys()].filter((name) => /^cubes\/(appointment|payroll|lead)/.test(name))
    expect(untouched.length).toBeGreaterThan(5)
    expect(untouched.filter((name) => after.get(name) !== before.get(name))).toEqual([])
  })

  it('files renamed into another order publish the same numbers', async () => {
    const schedule = inventedSchedule()
    const halves = [
      { ...schedule, rows: schedule.rows.slice(0, 35) },
      { ...schedule, rows: schedule.rows.slice(25) }, // ten bookings stand in both files
    ] as const
    const [forth, back] = [
      await csvFolder('forth', [inventedBilling()]),
      await csvFolder('back', [inventedBilling()]),
    ]
    await writeText(forth, halves[0], { file: 'schedule 1.csv' })
    await writeText(forth, halves[1], { file: 'schedule 2.csv' })
    await writeText(back, halves[0], { file: 'schedule 2.csv' })
    await writeText(back, halves[1], { file: 'schedule 1.csv' })
    const [one, other] = [join(root, 'one'), join(root, 'other')]
    const result = await run(forth, one)
    await run(back, other)
    expect(await readCubeTables(other, keys.owner)).toEqual(await readCubeTables(one, keys.owner))
    const duplicates = result.intake.health.tabs.map(({ rows }) => rows.duplicates)
    expect(duplicates.reduce((sum, count) => sum + count, 0)).toBe(10)
  })

  it('CSV, TSV and XLSX of the same rows publish the same cubes', async () => {
    const [tsv, xlsx] = [await newFolder('tsv'), await newFolder('xlsx')]
    for (const tab of inventedTabs()) await writeText(tsv, tab, { file: `${tab.name}.tsv`, delimiter: '\t' })
    await writeWorkbook(xlsx, 'practice.xlsx', inventedTabs())
    const cubes = await readCubeTables(published, keys.owner)
    expect(cubes.length).toBeGreaterThan(25)
    // Sums that are all merged would be equal whatever the rows say.
    expect(shownSums(cubes)).toBeGreaterThan(100)
    for (const folder of [tsv, xlsx]) {
      await run(folder, `${folder}-out`)
      expect(await readCubeTables(`${folder}-out`, keys.owner)).toEqual(cubes)
    }
  })

  it('rows read are rows included, quarantined, doubled, blank or out of scope; and so is the money', async () => {
    const folder = await csvFolder('messy', messyTabs())
    const config = inventedConfig(`
tabs:
  - file: payroll.csv
    dataset: payroll
    scope: { Site: [North] }
`)
    const { intake } = await run(folder, join(root, 'messy-out'), config)
    const byTab = Object.fromEntries(intake.health.tabs.map((tab) => [tab.tab, tab]))
    for (const { rows, cents } of intake.health.tabs) {
      expect(partsOf(rows)).toBe(rows.read)
      if (cents !== null) expect(partsOf(cents)).toBe(cents.read)
    }
    expect(byTab.schedule?.rows).toMatchObject({ quarantined: 2, duplicates: 1, included: 60 })
    expect(byTab.billing?.rows).toMatchObject({ quarantined: 1, duplicates: 0, included: 120 })
    const amounts = inventedBilling().rows.map((row) => Math.round(Number(row[7]) * 100))
    const included = amounts.reduce((sum, amount) => sum + amount, 0)
    const total = 123_450
    expect(byTab.billing?.cents).toMatchObject({
      read: included + total,
      included,
      outOfScope: total,
      unreadable: 1,
    })
    expect(byTab.payroll?.rows).toMatchObject({ quarantined: 0, included: 24, outOfScope: 8 })
    expect(byTab.schedule?.rows.blank).toBeGreaterThan(0)
    expect(intake.rejects).toHaveLength(3)
    expect(intake.rejects.every(({ row, rule, fix }) => row > 1 && rule !== '' && fix !== '')).toBe(true)
  })

  it('two runs at once into one folder: one waits or is refused, and the bundle is whole', async () => {
    const small = await csvFolder('small', [inventedSchedule()])
    const out = join(root, 'twice')
    const runs = await Promise.allSettled([run(small, out), run(csv, out)])
    const refused = runs.filter((each) => each.status === 'rejected')
    expect(refused.length).toBeLessThan(2)
    for (const { reason } of refused) expect(reason).toBeInstanceOf(SyncError)
    const manifest = await readManifest(out)
    expect(manifest?.files.length).toBeGreaterThan(10)
    for (const file of manifest?.files ?? []) {
      const bytes = await readFile(join(out, file.path))
      expect({ name: file.name, sha256: contentHash(bytes) }).toEqual({
        name: file.name,
        sha256: file.sha256,
      })
    }
  })

  it('a real practice is not published for nobody: nothing is read, nothing written', async () => {
    const out = join(root, 'for-nobody')
    const never = { ...folderSource(csv), tabs: () => Promise.reject(new Error('was read')) }
    const given = { source: never, config: inventedConfig(), asOf: '2026-10-31', out, project: root }
    const effects = { now: () => testClock, progress: () => undefined }
    for (const sealing of [{}, { sealing: null }]) {
      await expect(sync({ ...given, ...sealing }, effects)).rejects.toThrow('Nobody can open')
    }
    await expect(stat(out)).rejects.toThrow()
  })

  it("without an as-of date, rows count up to today in the practice's own time zone", async () => {
    const folder = await csvFolder('west', inventedTabs())
    await writeFile(join(folder, 'settings.csv'), 'Setting,Value\nTime zone,Pacific/Honolulu\n')
    const { practice } = await sync(
      { source: folderSource(folder), config: defaultConfig, asOf: null, out: null, project: root },
      { now: () => '2026-10-31T05:00:00Z', progress: () => undefined },
    )
    expect(practice).toMatchObject({ timeZone: 'Pacific/Honolulu', asOf: '2026-10-30' })
  })

  it('a run that fails leaves no bundle behind', async () => {
    const out = join(root, 'early')
    const early = sync(
      {
        source: folderSource(csv),
        config: inventedConfig(),
        asOf: '2020-01-01',
        out,
        project: import.meta.dirname,
        sealing: keys.sealing,
      },
      { now: () => testClock, progress: () => undefined },
    )
    await expect(early).rejects.toThrow('Nothing to publish: no row up to 2020-01-01 counts.')
    await expect(stat(out)).rejects.toThrow()
  })

  it('only its owner can open the bundle of anything but the demo', async () => {
    const config = join(root, 'config.yaml')
    await writeFile(config, inventedConfigText())
    const out = join(root, 'private')
    const view = await projectView(join(root, 'project'))
    const access = await letIn(config, { project: view })
    const source = ['--source', 'folder', '--folder', csv, '--config', config]
    const { code } = await runSync(view, [...source, '--out', out])
    expect(code).toBe(0)
    expect((await stat(out)).mode & 0o777).toBe(0o700)
    expect(await readManifest(out)).toMatchObject({ demo: false })
    const { name } = await (await openFolder(out, access)).readJson<{ name: string }>('practice')
    expect(name).toBe('Two Rivers Clinic')
  })
})

/** The query whose key this is. */
function queryOf(key: string): MetricQuery {
  const [metric, by, where, from, to] = JSON.parse(key) as [
    string,
    MetricQuery['by'],
    [string, string[]][],
    string,
    string,
  ]
  const query = { metric, by, where: Object.fromEntries(where), period: { from, to } }
  if (queryKey(query) !== key) throw new Error(`not a query key: ${key}`)
  return query
}

function partsOf({ included, quarantined, duplicates, blank, outOfScope }: Account): number {
  return included + quarantined + duplicates + blank + outOfScope
}

/** The invented tabs with what reports put between rows: a title, blank rows, totals, doubles, bad cells. */
function messyTabs(): InventedTab[] {
  const [billing, payroll, schedule] = [inventedBilling(), inventedPayroll(), inventedSchedule()]
  const [firstRow = []] = schedule.rows
  const bad = (column: number, text: string, id: string) =>
    firstRow.map((cell, index) => (index === 0 ? id : index === column ? text : cell))
  const [firstLine = []] = billing.rows
  return [
    {
      ...billing,
      rows: [
        ...billing.rows,
        firstLine.map((cell, index) => (index === 0 ? 'XX1' : index === 7 ? 'twelve' : cell)),
        ['Total', '', '', '', '', '', '', '1234.50', ''],
      ],
    },
    payroll,
    {
      ...schedule,
      headers: ['Two Rivers Clinic, schedule report'],
      rows: [
        [],
        schedule.headers,
        ...schedule.rows,
        ['', '', '', '', '', '', '', ''],
        firstRow,
        bad(2, '31 of November', 'bad-1'),
        bad(4, '', 'bad-2'),
      ],
    },
  ]
}
