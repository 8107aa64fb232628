import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { cubeByName } from '../../src/cubes/cubeByName.ts'
import { SyncError } from '../errors/SyncError.ts'
import { replaceFile } from '../files/replaceFile.ts'
import type { FrozenTables } from '../publish/freezeTables.ts'

const record = z.strictObject({
  asOf: z.iso.date(),
  tables: z.array(
    z.strictObject({
      cube: z.string(),
      rowCount: z.int().min(0),
      columns: z.record(z.string(), z.array(z.union([z.string(), z.number(), z.null()]))),
    }),
  ),
})

/** Where the sums that were published last are kept: beside the bundle, for its owner's eyes only. */
export function frozenPath(out: string): string {
  return `${resolve(out)}-frozen.json`
}

/**
 * What was published last from this computer; null if nothing was. Throws `SyncError` if the record is
 * there and cannot be read: without it nobody can say what may change.
 */
export async function readFrozen(out: string): Promise<FrozenTables | null> {
  const path = frozenPath(out)
  try {
    const { asOf, tables } = record.parse(JSON.parse(await readFile(path, 'utf8')))
    return { asOf, tables: tables.flatMap((table) => knownTable(table)) }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw new SyncError(
      `The record of what was published last, ${path}, cannot be read.`,
      'Put it back from a backup. Without one, wait until the month has closed, then remove it: removed earlier, two publications of one month could tell single people apart.',
      { cause },
    )
  }
}

/** Notes what was published, in one rename. */
export async function writeFrozen(out: string, { asOf, tables }: FrozenTables): Promise<void> {
  const plain = tables.map(({ cube, rowCount, columns }) => ({ cube: cube.name, rowCount, columns }))
  await replaceFile(frozenPath(out), JSON.stringify({ asOf, tables: plain }))
}

/** A table that this release does not publish any more is forgotten. */
function knownTable({
  cube: name,
  rowCount,
  columns,
}: z.output<typeof record>['tables'][number]): FrozenTables['tables'] {
  try {
    return [{ cube: cubeByName(name), rowCount, columns }]
  } catch {
    return []
  }
}
