import type { Dataset } from '../../../../scripts/private/contracts/dataset.ts'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import { defaultSettings, type Settings } from '../../../../scripts/private/settings.ts'
import type { CubeTable } from '../../../../src/cubes/cube.ts'
import { type StagedRow, stageRows } from '../../../helpers/ledgerRows.ts'

export type Tabs = Partial<Record<Dataset, readonly StagedRow[]>>

export interface LedgerQuestion {
  readonly tabs: Tabs
  /** The end of October 2026 unless given. */
  readonly asOf?: string
  readonly settings?: Partial<Settings>
  /** 1 unless given: small ledgers are quickest so. */
  readonly threads?: number
}

export type CubeRow = Readonly<Record<string, string | number>>

/** The cubes of a small ledger, one tab per dataset. */
export async function cubeTables({
  tabs,
  asOf = '2026-10-31',
  settings = {},
  threads = 1,
}: LedgerQuestion): Promise<readonly CubeTable[]> {
  const ledger = await openLedger({ threads })
  try {
    let tab = 0
    for (const [dataset, rows] of Object.entries(tabs)) {
      tab += 1
      await stageRows(ledger, dataset as Dataset, rows, { tab })
    }
    await ledger.settle()
    return await ledger.cubes({ asOf, settings: { ...defaultSettings, ...settings } })
  } finally {
    await ledger.close()
  }
}

/** The rows of one cube of a small ledger; none where the ledger has no such cube. */
export async function cubeRows(cube: string, question: LedgerQuestion): Promise<CubeRow[]> {
  const table = (await cubeTables(question)).find((each) => each.cube.name === cube)
  return table === undefined ? [] : rowsOf(table)
}

/** A cube's columns turned into rows. */
export function rowsOf({ columns, rowCount }: CubeTable): CubeRow[] {
  return Array.from({ length: rowCount }, (_, row) =>
    Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[row] ?? ''])),
  )
}
