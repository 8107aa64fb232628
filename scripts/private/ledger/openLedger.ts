import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import type { CubeTable, Dimension, Fact } from '../../../src/cubes/cube.ts'
import type { InputName } from '../../../src/cubes/inputs.ts'
import { contracts } from '../contracts/contracts.ts'
import { type Dataset, datasets } from '../contracts/dataset.ts'
import { buildFacts } from './buildFacts.ts'
import type {
  CubeOptions,
  Ledger,
  PaymentsTwice,
  PayTwice,
  LedgerWorklist,
  PersonRows,
  StagedBatch,
  StagedValue,
  TabSettlement,
  BillingLines,
  TotalsCheck,
  TwoDatedRows,
  UnmatchedNotes,
  LoggedTimes,
  UnvaluedWork,
} from './ledger.ts'
import { LedgerError } from './LedgerError.ts'
import { createCanonicalViews } from './createCanonicalViews.ts'
import { readCubes } from './readCubes.ts'
import { readLackingInputs } from './readLackingInputs.ts'
import { readPaymentsTwice } from './readPaymentsTwice.ts'
import { readPayTwice } from './readPayTwice.ts'
import { readPeople } from './readPeople.ts'
import { readSettledRows } from './readSettledRows.ts'
import { readBillingLines } from './readBillingLines.ts'
import { readTwoDates } from './readTwoDates.ts'
import { readLoggedTimes } from './readLoggedTimes.ts'
import { readUnmatchedNotes } from './readUnmatchedNotes.ts'
import { readUnvaluedWork } from './readUnvaluedWork.ts'
import { readTotalsCheck } from './readTotalsCheck.ts'
import { readOfficeNumbers } from './readOfficeNumbers.ts'
import { readWorklists } from './readWorklists.ts'
import type { OfficeNumbers } from '../office/officeNumbers.ts'
import { runSql } from './runSql.ts'
import { settleDataset } from './settleDataset.ts'
import { stageBatch } from './stageBatch.ts'
import { stagedTableSql } from './stagedColumns.ts'

export interface LedgerOptions {
  /** Worker threads of the engine; one for few rows, else as many as there are cores. Results do not depend on it. */
  readonly threads?: number
}

/** Rows from which on more threads than one pay: fewer are added up faster than handed round. */
const manyRows = 20_000

/**
 * Opens an empty private database in memory. Rows are appended, then settled once, then asked for.
 * Nothing reaches a disk: spilling, extensions and access to files are off. Every method throws
 * `LedgerError`, whose message never holds a cell's value.
 */
export async function openLedger(options: LedgerOptions = {}): Promise<Ledger> {
  const instance = await DuckDBInstance.create(':memory:', engineConfig(options))
  const connection = await instance.connect()
  const tables = datasets.map((dataset) => stagedTableSql(contracts[dataset]))
  await runSql(connection, tables.join(';\n'), 'creating staged tables')
  return new MemoryLedger(instance, connection, options)
}

function engineConfig({ threads }: LedgerOptions): Record<string, string> {
  return {
    // Otherwise an in-memory database may spill private rows into a folder beside the process.
    temp_directory: '',
    enable_external_access: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    threads: String(threads ?? 1),
  }
}

class MemoryLedger implements Ledger {
  private readonly instance: DuckDBInstance
  private readonly connection: DuckDBConnection
  private readonly isThreadCountGiven: boolean
  /** Datasets that rows were appended to. */
  private readonly filled = new Set<Dataset>()
  private appended = 0
  private settled = false
  private counted = false

  constructor(instance: DuckDBInstance, connection: DuckDBConnection, { threads }: LedgerOptions) {
    this.instance = instance
    this.connection = connection
    this.isThreadCountGiven = threads !== undefined
  }

  async append(batch: StagedBatch): Promise<void> {
    if (this.settled) throw new LedgerError('appending rows after the ledger was settled')
    this.filled.add(batch.dataset)
    this.appended += batch.rowNumbers.length
    await stageBatch(this.connection, batch)
  }

  async settle(): Promise<readonly TabSettlement[]> {
    if (this.settled) throw new LedgerError('settling a ledger twice')
    this.settled = true
    if (this.appended >= manyRows && !this.isThreadCountGiven) {
      await runSql(this.connection, 'RESET threads', 'taking all cores')
    }
    const settlements: TabSettlement[] = []
    for (const dataset of datasets.filter((name) => this.filled.has(name))) {
      settlements.push(...(await settleDataset(this.connection, dataset)))
    }
    await createCanonicalViews(this.connection)
    return settlements
  }

  async cubes(options: CubeOptions): Promise<readonly CubeTable[]> {
    if (!this.settled) throw new LedgerError('reading cubes before the ledger was settled')
    const filled = await buildFacts(this.connection, options)
    this.counted = true
    const tables: CubeTable[] = []
    for (const fact of filled) tables.push(...(await readCubes(this.connection, fact)))
    return tables
  }

  async people(fact: Fact, cut: readonly Dimension[]): Promise<PersonRows> {
    if (!this.counted) throw new LedgerError('reading people before cubes')
    return readPeople(this.connection, fact, cut)
  }

  async twoDates(): Promise<TwoDatedRows> {
    if (!this.counted) throw new LedgerError('reading rows by both dates before cubes')
    return readTwoDates(this.connection)
  }

  async billingLines(): Promise<BillingLines> {
    if (!this.counted) throw new LedgerError('reading lines of charges and payments before cubes')
    return readBillingLines(this.connection)
  }

  async lackingInputs(): Promise<readonly InputName[]> {
    if (!this.counted) throw new LedgerError('looking for inputs before cubes')
    return readLackingInputs(this.connection)
  }

  async unvaluedWork(): Promise<UnvaluedWork> {
    if (!this.counted) throw new LedgerError('reading unvalued work before cubes')
    return readUnvaluedWork(this.connection)
  }

  async unmatchedNotes(): Promise<UnmatchedNotes> {
    if (!this.counted) throw new LedgerError('looking for the appointments of notes before cubes')
    return readUnmatchedNotes(this.connection)
  }

  async loggedTimes(): Promise<LoggedTimes> {
    if (!this.counted) throw new LedgerError('looking for the bookings of status changes before cubes')
    return readLoggedTimes(this.connection)
  }

  async totalsCheck(): Promise<TotalsCheck> {
    if (!this.counted) throw new LedgerError('comparing month totals before cubes')
    return readTotalsCheck(this.connection)
  }

  async paymentsTwice(remittances: number): Promise<readonly PaymentsTwice[]> {
    if (!this.settled)
      throw new LedgerError('looking for payments that stand twice before the ledger was settled')
    return readPaymentsTwice(this.connection, remittances)
  }

  async payTwice(): Promise<readonly PayTwice[]> {
    if (!this.settled)
      throw new LedgerError('looking for pay that stands twice before the ledger was settled')
    return readPayTwice(this.connection)
  }

  async rows(dataset: Dataset): Promise<readonly Readonly<Record<string, StagedValue>>[]> {
    if (!this.settled) throw new LedgerError('reading rows before the ledger was settled')
    return readSettledRows(this.connection, dataset)
  }

  async worklists(): Promise<readonly LedgerWorklist[]> {
    if (!this.counted) throw new LedgerError('reading worklists before cubes')
    return readWorklists(this.connection)
  }

  async officeNumbers(): Promise<OfficeNumbers> {
    if (!this.counted) throw new LedgerError('reading office numbers before cubes')
    return readOfficeNumbers(this.connection)
  }

  close(): Promise<void> {
    this.connection.closeSync()
    this.instance.closeSync()
    return Promise.resolve()
  }
}
