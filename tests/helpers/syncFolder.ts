import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import type { Access } from '../../src/bundle/access.ts'
import type { Practice } from '../../src/bundle/bundle.ts'
import { cubesOf, type Cube, type CubeTable, type CubeValue } from '../../src/cubes/cube.ts'
import { facts } from '../../src/cubes/facts.ts'
import { nodeDatabase } from '../../src/db/nodeDatabase.ts'
import { metricById } from '../../src/metrics/metrics.ts'
import type { Month } from '../../src/periods/month.ts'
import { compileMetric } from '../../src/queries/compileMetric.ts'
import type { MetricQuery, MetricRow } from '../../src/queries/metricQuery.ts'
import { toMetricRows } from '../../src/queries/toMetricRows.ts'
import type { SyncConfig } from '../../scripts/private/config/config.ts'
import { folderSource } from '../../scripts/private/sources/folderSource.ts'
import { sync, type SyncResult } from '../../scripts/sync/sync.ts'
import { openParts } from './openParts.ts'
import { ownersOnly, testSealing } from './testSealing.ts'

/** The clock of every run in a test. */
export const testClock = '2026-11-02T05:00:00.000Z'

/** A question to what was published: a metric over months, split or filtered. */
export type Question = Pick<MetricQuery, 'metric'> & Partial<MetricQuery>

/**
 * What a run left on disk for owners, read back from there: nothing is taken from the run's memory.
 */
export interface PublishedFolder {
  readonly out: string
  /** The owner for whom it was sealed. */
  readonly owner: Access
  readonly result: SyncResult
  readonly practice: Practice
  /** Rows of a published table, months as `2026-10`; null is merged. */
  cube(name: string): readonly Readonly<Record<string, CubeValue>>[]
  /** Rows of a metric, over all months with data unless told otherwise. */
  ask(question: Question): Promise<readonly MetricRow[]>
  /** The single value of a metric over a period; null is no data. */
  value(metric: string, months?: readonly [Month, Month]): Promise<MetricRow | null>
  /** Every published text, opened: of the tables' text columns, decoded, and every other part as it is. */
  publishedText(): Promise<string>
  /** Removes the folder and closes the engine. */
  close(): Promise<void>
}

/** Runs the pipeline on a folder into a temporary folder of its own, and opens what it wrote. */
export async function syncFolder(folder: string, config: SyncConfig): Promise<PublishedFolder> {
  const out = await temporaryFolder()
  const asOf = config.as_of
  if (asOf === undefined) throw new Error('a test needs a config with as_of')
  const effects = { now: () => testClock, progress: () => undefined }
  const { sealing, owner } = await testSealing()
  const result = await sync(
    {
      source: folderSource(folder),
      config,
      asOf,
      out,
      project: import.meta.dirname,
      sealing: ownersOnly(sealing),
    },
    effects,
  )
  return openPublished(out, result, owner)
}

/** A new folder outside the project; whoever asks removes it. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'practice-vitals-'))
}

/** Every file of a folder by its relative path, as base64 text, so that folders can be compared whole. */
export async function folderBytes(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = paths
    .toSorted()
    .map(async (path) => [relative(folder, path), (await readFile(path)).toString('base64')])
  return Object.fromEntries(await Promise.all(files)) as Record<string, string>
}

/** The tables of a bundle's folder that an access opens, decoded from Parquet; null for an open bundle. */
export async function readCubeTables(out: string, access: Access | null = null): Promise<CubeTable[]> {
  const declared = new Map(
    Object.values(facts).flatMap((fact) => cubesOf(fact).map((cube) => [cube.name, cube])),
  )
  const tables: CubeTable[] = []
  for (const { name, bytes } of await openParts(out, access)) {
    if (!name.startsWith('cubes/')) continue
    const cube = declared.get(name.slice('cubes/'.length))
    if (!cube) throw new Error(`undeclared cube: ${name}`)
    tables.push(await readTable(cube, bytes))
  }
  return tables.toSorted((a, b) => (a.cube.name < b.cube.name ? -1 : 1))
}

/** A JSON part of a bundle's folder, opened as by `readCubeTables`. */
export async function readPart<T>(out: string, access: Access | null, name: string): Promise<T> {
  const part = (await openParts(out, access)).find((one) => one.name === name)
  if (!part) throw new Error(`the bundle has no ${name}`)
  return JSON.parse(Buffer.from(part.bytes).toString()) as T
}

async function readTable(cube: Cube, bytes: Uint8Array): Promise<CubeTable> {
  const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer })
  const columns = cube.columns.map(({ name }) => [name, rows.map((row) => plain(row[name]))] as const)
  return { cube, rowCount: rows.length, columns: Object.fromEntries(columns) }
}

function plain(value: unknown): CubeValue {
  // Merged into another row, to protect a small group.
  if (value === null) return null
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string' || typeof value === 'number') return value
  throw new Error(`unexpected value in a published table: ${typeof value}`)
}

async function openPublished(out: string, result: SyncResult, access: Access): Promise<PublishedFolder> {
  const practice = await readPart<Practice>(out, access, 'practice')
  const tables = await readCubeTables(out, access)
  const database = await nodeDatabase()
  await database.load(tables)

  async function ask(question: Question): Promise<readonly MetricRow[]> {
    const query = { by: [], where: {}, period: wholePeriod(practice), ...question }
    return toMetricRows(query, await database.query(compileMetric(metricById(query.metric), query)))
  }

  return {
    out,
    owner: access,
    result,
    practice,
    cube: (name) => rowsOf(tables, name),
    ask,
    value: async (metric, months) => {
      const period = months ? { from: months[0], to: months[1] } : wholePeriod(practice)
      return (await ask({ metric, period }))[0] ?? null
    },
    publishedText: async () => {
      const parts = await openParts(out, access)
      const files = parts.map(({ bytes }) => Buffer.from(bytes).toString())
      const cells = tables.flatMap((table) => Object.values(table.columns).flat().map(String))
      return [...files, ...new Set(cells)].join('\n')
    },
    close: async () => {
      await database.close()
      await rm(out, { recursive: true, force: true })
      await rm(`${out}-sealed.json`, { force: true })
    },
  }
}

function wholePeriod({ months }: Practice) {
  return { from: months.first, to: months.last }
}

function rowsOf(tables: readonly CubeTable[], name: string): Record<string, CubeValue>[] {
  const table = tables.find(({ cube }) => cube.name === name)
  if (!table) throw new Error(`not published: ${name}`)
  return Array.from({ length: table.rowCount }, (_, index) =>
    Object.fromEntries(
      Object.entries(table.columns).map(([column, values]) => {
        const value = values[index] ?? null
        return [column, column === 'month' ? String(value).slice(0, 7) : value]
      }),
    ),
  )
}
