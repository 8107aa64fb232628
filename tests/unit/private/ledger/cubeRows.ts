import type { Dataset } from '../../../../scripts/private/contracts/dataset.ts'
import type { Ledger, PersonRows } from '../../../../scripts/private/ledger/ledger.ts'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import { defaultSettings, type Settings } from '../../../../scripts/private/settings.ts'
import type { CubeTable, Dimension, Fact } from '../../../../src/cubes/cube.ts'
import { type StagedRow, stageRows } from '../../../helpers/ledgerRows.ts'

export type Tabs = Partial<Record<Dataset, readonly StagedRow[]>>

export interface LedgerQuestion {
  readonly tabs: Tabs
  /** The end of October 2026 unless given. */
  readonly asOf?: string
  /** Whether that day is over; false unless given. */
  readonly isDayOver?: boolean
  readonly settings?: Partial<Settings>
  /** 1 unless given: small ledgers are quickest so. */
  readonly threads?: number
}

export type CubeRow = Readonly<Record<string, string | number | null>>

/** The cubes of a small ledger, one tab per dataset. */
export async function cubeTables(question: LedgerQuestion): Promise<readonly CubeTable[]> {
  return withCubes(question, (_, cubes) => Promise.resolve(cubes))
}

/** What stands behind a fact of a small ledger, person by person. */
export async function peopleRows(
  fact: Fact,
  cut: readonly Dimension[],
  question: LedgerQuestion,
): Promise<PersonRows> {
  return withCubes(question, (ledger) => ledger.people(fact, cut))
}

/** What a small ledger answers once its cubes are read; one tab per dataset. */
export async function withCubes<T>(
  { tabs, asOf = '2026-10-31', isDayOver = false, settings = {}, threads = 1 }: LedgerQuestion,
  ask: (ledger: Ledger, cubes: readonly CubeTable[]) => Promise<T>,
): Promise<T> {
  const ledger = await openLedger({ threads })
  try {
    let tab = 0
    for (const [dataset, rows] of Object.entries(tabs)) {
      tab += 1
      await stageRows(ledger, dataset as Dataset, rows, { tab })
    }
    await ledger.settle()
    const all = { ...defaultSettings, ...settings }
    return await ask(ledger, await ledger.cubes({ asOf, isDayOver, settings: all }))
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
    Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[row] ?? null])),
  )
}
