import type { TotalsHealth } from '../../../src/bundle/bundle.ts'
import type { SyncError } from '../../errors/SyncError.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { RecognisedTab } from '../recognise/recognition.ts'
import { tabLabel } from '../recognise/tabLabel.ts'
import type { Settings } from '../settings.ts'
import type { UnmappedLog } from './logs/UnmappedLog.ts'
import { tabRefusals } from './logs/tabRefusals.ts'
import { keptRows, type KeptRow } from './reference/keptRows.ts'
import { SignsRead } from './SignsRead.ts'
import type { TabSigns } from './TabSigns.ts'
import type { UnknownStaff } from './UnknownStaff.ts'
import type { RejectLog } from './logs/RejectLog.ts'
import type { TabAccount } from './rows/TabAccount.ts'
import { planTab, type TabPlan } from './rows/tabPlan.ts'
import { TabReader } from './rows/TabReader.ts'
import type { PayerDirectory } from './values/PayerDirectory.ts'
import type { ProviderDirectory } from './values/ProviderDirectory.ts'
import type { ValueMaps } from './values/ValueMaps.ts'

/** What reading any tab of a run draws on, and where its rows go. */
export interface ReadContext {
  readonly ledger: Ledger
  readonly settings: Settings
  readonly maps: ValueMaps
  readonly providers: ProviderDirectory
  readonly payers: PayerDirectory
  readonly signs: TabSigns
  readonly unmapped: UnmappedLog
  readonly unknownStaff: UnknownStaff
  /** Share of rows of a tab that may be rejected, 0 to 1. */
  readonly rejectedShare: number
  readonly progress: (text: string) => void
}

/** What came of a tab, besides its rows. */
export interface TabReading {
  readonly recognised: RecognisedTab
  readonly account: TabAccount
  /** The tab's own totals beside its rows. */
  readonly totals: TotalsHealth
  readonly rejects: RejectLog['rejects']
  readonly refusals: readonly SyncError[]
  readonly warnings: readonly string[]
  /** Included rows, of reference tabs only. */
  readonly kept: readonly KeptRow[]
}

/** Rows that are cast and appended at once; a multiple of the ledger's vectors. */
const chunkRows = 8192
const progressRows = 50_000

/** Reads one tab into the ledger in one pass (and a short one before it where signs must be learnt). */
export async function readTab(
  recognised: RecognisedTab,
  keep: boolean,
  context: ReadContext,
): Promise<TabReading> {
  const { ledger, settings, maps, providers, payers, unmapped, rejectedShare, progress } = context
  const { tab, dataset } = recognised
  const plan = planTab(recognised, maps, settings.time_zone)
  const planOf = (part: RecognisedTab): TabPlan =>
    part === recognised ? plan : planTab(part, maps, settings.time_zone)
  const { signs, ...ofSigns } = await context.signs.of(recognised, planOf)
  const payPeriod = recognised.part?.payPeriod ?? null
  const signsRead = new SignsRead()
  const fill = { dataset, settings, maps, providers, payers, signs, signsRead, payPeriod }
  const reader = new TabReader(plan, fill, unmapped)
  const kept: KeptRow[] = []
  const flush = async () => {
    const batch = reader.take()
    if (keep) kept.push(...keptRows(batch))
    context.unknownStaff.add(tab, batch)
    if (batch.rowNumbers.length > 0) await ledger.append(batch)
  }
  let told = progressRows
  for await (const batch of tab.rows()) {
    for (const row of batch) {
      reader.add(row)
      if (reader.waiting >= chunkRows) await flush()
    }
    if (reader.rowNumber < told) continue
    progress(`reading ${tabLabel(tab)}: ${reader.rowNumber.toLocaleString('en-US')} rows`)
    told += progressRows
  }
  await flush()
  const { rejects, rowsAtFault } = reader.rejects
  const outcome = { tab, staged: reader.account.rows('staged'), rowsAtFault, rejects }
  const totals = reader.totals.outcome()
  const refusals = [
    ...reader.unknowns.refusals(tab),
    ...tabRefusals(outcome, rejectedShare),
    ...totals.refusals,
    ...(ofSigns.refusals.length > 0 ? ofSigns.refusals : signsRead.refusals(tab, signs)),
  ]
  const warnings = [...reader.warnings(), ...totals.warnings, ...ofSigns.warnings]
  return { recognised, account: reader.account, totals: totals.health, rejects, refusals, warnings, kept }
}
