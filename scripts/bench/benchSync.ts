import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { measure, median, type Usage } from './measure.ts'
import { writeBillingFolder } from './writeBillingFolder.ts'
import { writeSharing } from './writeSharing.ts'

export interface SyncFigures {
  readonly rows: number
  readonly sync: Usage
  readonly duckdb: Usage
}

/** Medians of whole processes: the sync of `rows` billing lines, and native DuckDB doing CSV to Parquet of the same. */
export async function benchSync(rows: number, runs: number): Promise<SyncFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-sync-'))
  chmodSync(folder, 0o700)
  try {
    const input = join(folder, 'input')
    await writeBillingFolder(input, rows)
    const config = await writeSharing(folder)
    const sync = Array.from({ length: runs }, (_, run) =>
      measure(resolve(import.meta.dirname, '../sync/main.ts'), [
        ...['--source', 'folder', '--folder', input, '--config', config, '--json'],
        ...['--out', join(folder, `bundle-${String(run)}`)],
      ]),
    )
    const duckdb = Array.from({ length: runs }, () =>
      measure(resolve(import.meta.dirname, 'csvToParquet.ts'), [input, folder]),
    )
    return { rows, sync: medianUsage(sync), duckdb: medianUsage(duckdb) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function medianUsage(usages: readonly Usage[]): Usage {
  return {
    seconds: median(usages.map((usage) => usage.seconds)),
    megabytes: median(usages.map((usage) => usage.megabytes)),
    cpuSeconds: median(usages.map((usage) => usage.cpuSeconds)),
  }
}
