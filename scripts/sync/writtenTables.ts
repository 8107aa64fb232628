import type { CubeTable } from '../../src/cubes/cube.ts'
import { readCube } from '../../src/db/readCube.ts'
import type { AuditReport } from '../private/audit/auditReport.ts'
import { checkEncoding } from '../private/audit/checkEncoding.ts'
import { encodeCube } from '../publish/encodeCube.ts'
import { auditRefusal, findingPlace } from './auditRefusal.ts'

/** Tables that the audit has nothing against, as they are read back from their bytes, and its report. */
export interface WrittenTables {
  readonly tables: readonly CubeTable[]
  readonly report: AuditReport
}

/**
 * What counts is what was written: the bytes are read back and audited once more. Throws `SyncError` where
 * the audit has something against them.
 */
export async function writtenTables(
  gated: readonly CubeTable[],
  check: (published: readonly CubeTable[]) => Promise<AuditReport>,
): Promise<WrittenTables> {
  const tables = await Promise.all(
    gated.map((table) => {
      const bytes = encodeCube(table)
      if (checkEncoding(bytes, table.cube).length > 0) throw auditRefusal([`${table.cube.name} (encoding)`])
      return readCube(table.cube, new Uint8Array(bytes))
    }),
  )
  const report = await check(tables)
  if (report.findings.length > 0) throw auditRefusal(report.findings.map(findingPlace))
  return { tables, report }
}
