import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
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
import { against, largestFile, siteTargets, syncTargets } from './targets.ts'

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
      `${count.toLocaleString('en-US').padStart(10)} cells  ${usage(first)}${against(first.seconds, syncTargets.seconds, 's')}` +
        `   unchanged ${usage(unchanged)}${against(unchanged.seconds, syncTargets.unchangedSeconds, 's')}`,
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
      .padStart(
        8,
      )} rows/s  ${sync.megabytes.toFixed(0).padStart(5)} MB peak${against(sync.seconds, syncTargets.seconds, 's')}${against(sync.megabytes, syncTargets.megabytes, 'MB')}` +
      `   DuckDB ${duckdb.seconds.toFixed(2)} s, ${duckdb.megabytes.toFixed(0)} MB   ratio ${(sync.seconds / duckdb.seconds).toFixed(1)}${against(sync.seconds / duckdb.seconds, syncTargets.ratio, 'times')}`,
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
  for (const figures of await benchSite({ site: built, sealed: null }, Number(runs)))
    printSite(figures, false)
  printLargestFile(built)
  const place = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const bundle = join(place, 'bundle')
    const link = await sealDemo(resolve(built, 'bundle'), bundle)
    console.log('\nThe same, its bundle sealed for three people and opened with the link of an owner')
    for (const figures of await benchSite({ site: built, sealed: { bundle, link } }, Number(runs)))
      printSite(figures, true)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function printSite(figures: SiteFigures, isSealed: boolean): void {
  const { line, firstNumberMs, firstNumberBytes, prepared, engineWarm } = figures
  const target = siteTargets(line.bitsPerSecond, isSealed)
  const ms = (value: number, least: number | null = null) =>
    `${value.toFixed(0)} ms${against(value, least, 'ms')}`
  const kilobytes = (firstNumberBytes / 1000).toFixed(1)
  console.log(line.name)
  console.log(`  a line of text     ${ms(figures.floorMs)}`)
  console.log(`  first number       ${ms(firstNumberMs, target.firstNumberMs)}`)
  console.log(
    `    bytes to it      ${kilobytes} kB${against(firstNumberBytes, target.firstNumberBytes, 'bytes')}`,
  )
  for (const [name, found, least] of [
    ['prepared', prepared, target.prepared],
    ['engine  ', engineWarm, target.engineWarm],
  ] as const) {
    console.log(`  filter, ${name}   ${ms(found.numbersMs, least.numbersMs)} to numbers in the page`)
    console.log(`                     ${ms(found.paintedMs)} to numbers painted`)
    console.log(`                     ${ms(found.everythingMs, least.everythingMs)} to everything`)
  }
  console.log(`  cold open          ${ms(figures.coldPreparedMs, target.coldPreparedMs)} to a common filter`)
  console.log(`                     ${ms(figures.coldEngineMs)} to any other, with the engine`)
}

function printLargestFile(built: string): void {
  const sizes = readdirSync(built, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size)
  const largest = Math.max(...sizes)
  console.log(
    `Largest published file ${(largest / 2 ** 20).toFixed(1)} MiB${against(largest, largestFile, 'bytes')}`,
  )
}
