import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import type { Manifest, Practice } from '../../src/bundle/bundle.ts'
import { cubesOf, type Cube, type CubeTable } from '../../src/cubes/cube.ts'
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

/** The clock of every run in a test. */
export const testClock = '2026-11-02T05:00:00.000Z'

/** A question to what was published: a metric over months, split or filtered. */
export type Question = Pick<MetricQuery, 'metric'> & Partial<MetricQuery>

/** What a run left on disk, read back from there: nothing is taken from the run's memory. */
export interface PublishedFolder {
  readonly out: string
  readonly result: SyncResult
  readonly practice: Practice
  /** Rows of a published table, months as `2026-10`. */
  cube(name: string): readonly Readonly<Record<string, string | number>>[]
  /** Rows of a metric, over all months with data unless told otherwise. */
  ask(question: Question): Promise<readonly MetricRow[]>
  /** The single value of a metric over a period; null is no data. */
  value(metric: string, months?: readonly [Month, Month]): Promise<MetricRow | null>
  /** Every published text: of the tables' text columns, decoded, and every file as it is. */
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
  const result = await sync(
    { source: folderSource(folder), config, asOf, out, project: import.meta.dirname },
    effects,
  )
  return openFolder(out, result)
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

/** The tables that a bundle folder's manifest lists, decoded from Parquet. */
export async function readCubeTables(out: string): Promise<CubeTable[]> {
  const declared = new Map(
    Object.values(facts).flatMap((fact) => cubesOf(fact).map((cube) => [cube.name, cube])),
  )
  const manifest = await readManifestOf(out)
  const tables: CubeTable[] = []
  for (const file of manifest.files.filter(({ name }) => name.startsWith('cubes/'))) {
    const cube = declared.get(file.name.slice('cubes/'.length))
    if (!cube) throw new Error(`undeclared cube: ${file.name}`)
    tables.push(await readTable(cube, join(out, file.path)))
  }
  return tables
}

async function readManifestOf(out: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as Manifest
}

async function readTable(cube: Cube, path: string): Promise<CubeTable> {
  const bytes = new Uint8Array(await readFile(path))
  const rows = await parquetReadObjects({ file: bytes.buffer })
  const columns = cube.columns.map(({ name }) => [name, rows.map((row) => plain(row[name]))] as const)
  return { cube, rowCount: rows.length, columns: Object.fromEntries(columns) }
}

function plain(value: unknown): string | number {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string' || typeof value === 'number') return value
  throw new Error(`unexpected value in a published table: ${typeof value}`)
}

async function openFolder(out: string, result: SyncResult): Promise<PublishedFolder> {
  const manifest = await readManifestOf(out)
  const practiceFile = manifest.files.find(({ name }) => name === 'practice')
  if (!practiceFile) throw new Error('the bundle has no practice')
  const practice = JSON.parse(await readFile(join(out, practiceFile.path), 'utf8')) as Practice
  const tables = await readCubeTables(out)
  const database = await nodeDatabase()
  await database.load(tables)

  async function ask(question: Question): Promise<readonly MetricRow[]> {
    const query = { by: [], where: {}, period: wholePeriod(practice), ...question }
    return toMetricRows(query, await database.query(compileMetric(metricById(query.metric), query)))
  }

  return {
    out,
    result,
    practice,
    cube: (name) => rowsOf(tables, name),
    ask,
    value: async (metric, months) => {
      const period = months ? { from: months[0], to: months[1] } : wholePeriod(practice)
      return (await ask({ metric, period }))[0] ?? null
    },
    publishedText: async () => {
      const files = Object.values(await folderBytes(out)).map((text) =>
        Buffer.from(text, 'base64').toString(),
      )
      const cells = tables.flatMap((table) => Object.values(table.columns).flat().map(String))
      return [...files, ...new Set(cells)].join('\n')
    },
    close: async () => {
      await database.close()
      await rm(out, { recursive: true, force: true })
    },
  }
}

function wholePeriod({ months }: Practice) {
  return { from: months.first, to: months.last }
}

function rowsOf(tables: readonly CubeTable[], name: string): Record<string, string | number>[] {
  const table = tables.find(({ cube }) => cube.name === name)
  if (!table) throw new Error(`not published: ${name}`)
  return Array.from({ length: table.rowCount }, (_, index) =>
    Object.fromEntries(
      Object.entries(table.columns).map(([column, values]) => {
        const value = values[index] ?? ''
        return [column, column === 'month' ? String(value).slice(0, 7) : value]
      }),
    ),
  )
}
