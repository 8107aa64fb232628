import { resolve } from 'node:path'
import { demoAsOf } from '../../scripts/demo/demoClock.ts'
import { defaultConfig } from '../../scripts/private/config/config.ts'
import type { Dataset } from '../../scripts/private/contracts/dataset.ts'
import { openLedger } from '../../scripts/private/ledger/openLedger.ts'
import type { OfficeNumbers } from '../../scripts/private/office/officeNumbers.ts'
import type { Ledger, LedgerWorklist, StagedBatch } from '../../scripts/private/ledger/ledger.ts'
import { intake } from '../../scripts/private/validate/intake.ts'
import { demoSource } from '../../scripts/sync/demoSource.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { practiceOf } from './sampleRows.ts'

/** The demo practice as a sync reads it: settled rows, what they count up to, and published sums. */
export interface DemoPractice {
  readonly rows: LedgerRows
  readonly options: OracleOptions
  readonly cubes: readonly CubeTable[]
}

/** The same with its worklists and what was appended to the ledger. */
export interface DemoWorkplace extends DemoPractice {
  readonly worklists: readonly LedgerWorklist[]
  readonly office: OfficeNumbers
  readonly batches: readonly StagedBatch[]
}

/** Reads the demo workbook into a ledger, and takes from it what the oracle and the engine need. */
export async function readDemoPractice(): Promise<DemoPractice> {
  return read(await openLedger(), () => Promise.resolve({}))
}

/** As `readDemoPractice`, with the worklists. */
export async function readDemoWorkplace(): Promise<DemoWorkplace> {
  const ledger = await openLedger()
  const batches: StagedBatch[] = []
  const recording: Ledger = {
    append: (batch) => {
      batches.push(batch)
      return ledger.append(batch)
    },
    settle: () => ledger.settle(),
    rows: (dataset) => ledger.rows(dataset),
    cubes: (options) => ledger.cubes(options),
    people: (fact, cut) => ledger.people(fact, cut),
    twoDates: () => ledger.twoDates(),
    billingLines: () => ledger.billingLines(),
    lackingInputs: () => ledger.lackingInputs(),
    unvaluedWork: () => ledger.unvaluedWork(),
    loggedTimes: () => ledger.loggedTimes(),
    unmatchedNotes: () => ledger.unmatchedNotes(),
    totalsCheck: () => ledger.totalsCheck(),
    payTwice: () => ledger.payTwice(),
    paymentsTwice: (remittances) => ledger.paymentsTwice(remittances),
    worklists: () => ledger.worklists(),
    officeNumbers: () => ledger.officeNumbers(),
    close: () => ledger.close(),
  }
  return read(recording, async () => ({
    batches,
    worklists: await ledger.worklists(),
    office: await ledger.officeNumbers(),
  }))
}

async function read<More>(ledger: Ledger, more: () => Promise<More>): Promise<DemoPractice & More> {
  const source = await demoSource(resolve(import.meta.dirname, '../..'))
  const { settings } = await intake(source, ledger, { config: defaultConfig, asOf: demoAsOf })
  const options = { asOf: demoAsOf, settings }
  const practice = { rows: await settledRows(ledger), options, cubes: await ledger.cubes(options) }
  const whole = { ...practice, ...(await more()) }
  await ledger.close()
  return whole
}

async function settledRows(ledger: Ledger): Promise<LedgerRows> {
  const datasets = Object.keys(practiceOf({})) as (keyof LedgerRows & Dataset)[]
  const rows: Record<string, unknown> = {}
  for (const dataset of datasets) rows[dataset] = await ledger.rows(dataset)
  // The contracts' own types: intake casts by them, and the ledger gives back what it was given.
  return rows as unknown as LedgerRows
}
