import type { TabHealth } from '../../../src/bundle/bundle.ts'
import type { SyncError } from '../../errors/SyncError.ts'
import type { SyncConfig } from '../config/config.ts'
import { contracts } from '../contracts/contracts.ts'
import type { Dataset } from '../contracts/dataset.ts'
import type { Intake, IntakeTab, TakenTab } from '../intake.ts'
import type { Ledger, TabSettlement } from '../ledger/ledger.ts'
import type { RecognisedTab } from '../recognise/recognition.ts'
import { tabLabel } from '../recognise/tabLabel.ts'
import { checkControl } from '../sources/checkControl.ts'
import type { Source } from '../sources/source.ts'
import { IntakeRefusal } from './IntakeRefusal.ts'
import { groupRejects } from './logs/RejectLog.ts'
import type { TabReading } from './readTab.ts'
import { doubledDays } from './doubledDays.ts'
import { readTabs } from './readTabs.ts'
import { recogniseTabs, type Recognitions } from './recogniseTabs.ts'
import { payTwice } from './payTwice.ts'
import { remittancesTwice } from './remittancesTwice.ts'
import { rowsWithoutPatient } from './rowsWithoutPatient.ts'
import { voidedLines } from './voidedLines.ts'
import { sharedNumbers } from './sharedNumbers.ts'

export interface IntakeOptions {
  readonly config: SyncConfig
  /** Civil date up to which rows count, in the practice's time zone, which the settings tab may give. */
  readonly asOf: string | ((timeZone: string) => string)
  readonly progress?: (text: string) => void
}

/**
 * Reads a source into the ledger: recognises its tabs, casts and fills their rows, settles duplicates and
 * accounts for every row and cent. Throws `SyncError` with every refusal; the ledger is then of no use.
 */
export async function intake(source: Source, ledger: Ledger, options: IntakeOptions): Promise<Intake> {
  const { config, progress = () => undefined } = options
  const control = await checkControl(await source.tabs())
  const recognition = await recogniseTabs(control.tabs, config)
  const { timeZone } = source
  const read = await readTabs(recognition, { ledger, config, timeZone, progress })
  const rejects = read.readings.flatMap((reading) => reading.rejects)
  const found = { rejects, unmapped: read.unmappedValues }
  refuseAll([...control.refusals, ...recognition.refusals, ...read.refusals], found)
  progress('settling duplicates')
  const settlements = await ledger.settle()
  const twice = await remittancesTwice(recognition.tabs, ledger)
  const settled = read.readings.flatMap(({ recognised }) => {
    const settlement = settlementOf(recognised, settlements)
    return settlement ? [{ recognised, settlement }] : []
  })
  const shared = settled.map(({ recognised, settlement }) =>
    sharedNumbers(recognised, settlement, config.limits.rejected_share),
  )
  const doubled = settled.flatMap(({ recognised, settlement }) => doubledDays(recognised, settlement))
  refuseAll([...shared.flatMap(({ refusals }) => refusals), ...doubled, ...twice], found)
  const asOf = typeof options.asOf === 'string' ? options.asOf : options.asOf(read.settings.time_zone)
  const tabs = read.readings.map((reading) => healthOf(reading, settlements))
  const taken = takenTabs(recognition, read.readings, tabs)
  return {
    settings: read.settings,
    goals: read.goals,
    providerOrder: read.providerOrder,
    health: {
      tabs,
      rejected: groupRejects(rejects),
      unmapped: read.unmapped,
      warnings: [
        // A source that checked its control tabs itself has said already what could not be checked.
        ...new Set([...(source.warnings ?? []), ...control.warnings]),
        ...recognition.warnings,
        ...recognition.caveats,
        ...read.warnings,
        ...shared.flatMap(({ warnings }) => warnings),
        ...settled.flatMap(({ recognised, settlement }) => voidedLines(recognised, settlement)),
        ...rowsWithoutPatient(
          read.readings.map(({ recognised }) => ({
            recognised,
            settlement: settlementOf(recognised, settlements),
          })),
          read.settings,
        ),
        ...(await payTwice(recognition.tabs, ledger)),
        ...withoutRows(taken),
        ...laterThan(asOf, tabs),
      ],
    },
    ...found,
    controls: control.held,
    tabs: recognition.tabs.map(intakeTab),
    taken,
    caveats: recognition.caveats,
  }
}

function intakeTab({ tab, order, dataset }: RecognisedTab): IntakeTab {
  const { workbook, name, sheet } = tab
  return { tab: order, workbook, name, dataset, ...(sheet ? { sheet } : {}) }
}

/** The parts of a report are one tab again; `tabs` are the accounts of `readings`, in their order. */
function takenTabs(
  { leftOut }: Recognitions,
  readings: readonly TabReading[],
  tabs: readonly TabHealth[],
): TakenTab[] {
  const read = readings.map(({ recognised }, index) => ({ recognised, account: tabs[index] }))
  const taken = [...Map.groupBy(read, ({ recognised }) => recognised.tab)].map(([tab, parts]) => {
    const inOrder = parts.toSorted((a, b) => a.recognised.order - b.recognised.order)
    const accounts = inOrder.flatMap(({ account }) => account ?? [])
    const [first] = inOrder
    const report = first?.recognised.part?.report ?? null
    return { order: first?.recognised.order ?? 0, tab, report, accounts, leftOut: null }
  })
  const passedOver = leftOut.map(({ reason, ...one }) => ({
    ...one,
    report: null,
    accounts: [],
    leftOut: reason,
  }))
  return [...taken, ...passedOver]
    .toSorted((a, b) => a.order - b.order)
    .map(({ tab: { workbook, name, files }, report, accounts, leftOut: reason }) => ({
      workbook,
      name,
      ...(files ? { files } : {}),
      report,
      accounts,
      leftOut: reason,
    }))
}

function refuseAll(
  [first, ...others]: readonly SyncError[],
  found: Pick<Intake, 'rejects' | 'unmapped'>,
): void {
  if (first) throw new IntakeRefusal([first, ...others], found)
}

function settlementOf(
  { dataset, order }: RecognisedTab,
  settlements: readonly TabSettlement[],
): TabSettlement | undefined {
  return settlements.find((one) => one.dataset === dataset && one.tab === order)
}

function healthOf(
  { recognised, account, totals }: TabReading,
  settlements: readonly TabSettlement[],
): TabHealth {
  const { tab, dataset, headerRow, part } = recognised
  const settlement = settlementOf(recognised, settlements)
  return {
    workbook: tab.workbook,
    tab: part === null || part.isOnly ? tab.name : `${tab.name} (${part.name})`,
    dataset,
    headerRow,
    ...account.settle(settlement, contracts[dataset].control !== null),
    newest: settlement?.newest ?? null,
    ...(totals.held + totals.accepted + totals.unread > 0 ? { totals } : {}),
  }
}

/**
 * A tab that was recognised and gave nothing: a filter left on, or the wrong scope. Tabs of one workbook without
 * any row, as in a template that is filled in part, are told together; a report of which one part is empty is none.
 */
function withoutRows(taken: readonly TakenTab[]): string[] {
  const barren = taken.filter(
    ({ accounts }) => accounts.length > 0 && accounts.every(({ rows }) => rows.included === 0),
  )
  const isEmpty = ({ accounts }: TakenTab) => accounts.every(({ rows }) => rows.read === rows.blank)
  const groups = Map.groupBy(barren, (tab) =>
    isEmpty(tab) ? tab.workbook : JSON.stringify([tab.workbook, tab.name]),
  )
  return [...groups.values()].map((group) => {
    const [first] = group
    if (first && group.length === 1) return `Tab ${tabLabel(first)} holds no row that counts.`
    return `Tabs of ${first?.workbook ?? ''} without rows: ${group.map(({ name }) => `"${name}"`).join(', ')}.`
  })
}

/** Posted in the future: most often a mistyped year. */
function laterThan(asOf: string, tabs: readonly TabHealth[]): string[] {
  const posted: readonly string[] = ['charges', 'transactions', 'billing'] satisfies Dataset[]
  return tabs
    .filter(({ dataset, newest }) => posted.includes(dataset) && newest !== null && newest > asOf)
    .map(({ workbook, tab }) => {
      const label = tabLabel({ workbook, name: tab })
      return `Tab ${label} has rows posted after the as-of date ${asOf}; they do not count yet.`
    })
}
