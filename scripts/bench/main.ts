import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { engineVersions } from '../../src/db/engineVersions.ts'
import { benchSite, type SiteFigures } from './benchSite.ts'
import { benchSheets } from './benchSheets.ts'
import { benchSync, type SyncFigures } from './benchSync.ts'
import type { Usage } from './measure.ts'
import { newerThanBuild } from './newerThanBuild.ts'
import { sealDemo } from './sealDemo.ts'

const program = new Command('bench')
  .description('Measures the sync and the built demo site. Medians; never part of a test.')
  .option('--only <part>', 'sync, sheets or site')
  .option('--rows <list>', 'billing rows of the sync', '10000,100000,1000000')
  .option('--cells <list>', 'cells of a Google spreadsheet', '1000000,10000000')
  .option('--runs <number>', 'runs of each', '5')
  .parse()

const { only, rows, cells, runs } = program.opts<{
  only?: string
  rows: string
  cells: string
  runs: string
}>()
const project = resolve(import.meta.dirname, '../..')

printMachine()
if (only === undefined || only === 'sync') {
  console.log(
    '\nSync of a folder of CSV, whole process, beside native DuckDB doing CSV to Parquet of the same rows',
  )
  for (const count of rows.split(',').map(Number)) printSync(await benchSync(count, Number(runs)))
}
if (only === undefined || only === 'sheets') {
  console.log(
    '\nSync of one Google spreadsheet, served by the tests\u2019 stand-in on this machine, whole process',
  )
  for (const count of cells.split(',').map(Number)) {
    const { first, unchanged } = await benchSheets(count)
    console.log(
      `${count.toLocaleString('en-US').padStart(10)} cells  ${usage(first)}   unchanged ${usage(unchanged)}`,
    )
  }
}
if (only === undefined || only === 'site') await site()

function usage({ seconds, megabytes }: Usage): string {
  return `${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB peak`
}

function printMachine(): void {
  const found = cpus()
  const versions = JSON.parse(readFileSync(resolve(project, 'package.json'), 'utf8')) as { version: string }
  console.log(
    `Practice Vitals ${versions.version}, Node ${process.version}, ${JSON.stringify(engineVersions)}`,
  )
  console.log(
    `${process.platform} ${process.arch}, ${String(found.length)} x ${found[0]?.model ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
  )
}

function printSync({ rows: count, sync, duckdb }: SyncFigures): void {
  console.log(
    `${count.toLocaleString('en-US').padStart(10)} rows  ${sync.seconds.toFixed(2).padStart(7)} s  ${Math.round(
      count / sync.seconds,
    )
      .toLocaleString('en-US')
      .padStart(8)} rows/s  ${sync.megabytes.toFixed(0).padStart(5)} MB peak` +
      `   DuckDB ${duckdb.seconds.toFixed(2)} s, ${duckdb.megabytes.toFixed(0)} MB   ratio ${(sync.seconds / duckdb.seconds).toFixed(1)}`,
  )
}

async function site(): Promise<void> {
  const built = resolve(project, 'dist')
  const isBuilt = existsSync(resolve(built, 'bundle/manifest.json'))
  const newer = isBuilt ? newerThanBuild(project, built) : null
  if (!isBuilt || newer !== null) {
    const why = newer === null ? 'The demo site is not built.' : `The built site is older than ${newer}.`
    console.error(`\n${why} Run: npm run demo && npm run build`)
    process.exitCode = 1
    return
  }
  console.log(
    '\nThe built demo site, gzip, cold cache, 390 x 844; first numbers as medians, filters as 95th percentiles',
  )
  for (const figures of await benchSite({ site: built, sealed: null }, Number(runs))) printSite(figures)
  const place = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const bundle = join(place, 'bundle')
    const link = await sealDemo(resolve(built, 'bundle'), bundle)
    console.log('\nThe same, its bundle sealed for three people and opened with the link of an owner')
    for (const figures of await benchSite({ site: built, sealed: { bundle, link } }, Number(runs)))
      printSite(figures)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function printSite(figures: SiteFigures): void {
  const ms = (value: number) => `${value.toFixed(0)} ms`
  console.log(figures.line)
  console.log(
    `  first number       ${ms(figures.firstNumberMs)}, ${(figures.firstNumberBytes / 1000).toFixed(1)} kB`,
  )
  console.log(
    `  filter, prepared   ${ms(figures.prepared.numbersMs)} to numbers, ${ms(figures.prepared.everythingMs)} to everything`,
  )
  console.log(
    `  filter, engine     ${ms(figures.engineWarm.numbersMs)} to numbers, ${ms(figures.engineWarm.everythingMs)} to everything (warm)`,
  )
  console.log(
    `  cold open          ${ms(figures.coldPreparedMs)} to a common filter, ${ms(figures.coldEngineMs)} to any other`,
  )
}
