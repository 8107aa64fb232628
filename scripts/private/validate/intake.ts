import type { TabHealth } from '../../../src/bundle/bundle.ts'
import type { SyncError } from '../../errors/SyncError.ts'
import type { SyncConfig } from '../config/config.ts'
import { contracts } from '../contracts/contracts.ts'
import type { Dataset } from '../contracts/dataset.ts'
import type { Intake, IntakeTab } from '../intake.ts'
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
import { recogniseTabs } from './recogniseTabs.ts'
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
        ...withoutRows(tabs),
        ...laterThan(asOf, tabs),
      ],
    },
    ...found,
    controls: control.held,
    tabs: recognition.tabs.map(intakeTab),
  }
}

function intakeTab({ tab, order, dataset }: RecognisedTab): IntakeTab {
  const { workbook, name, sheet } = tab
  return { tab: order, workbook, name, dataset, ...(sheet ? { sheet } : {}) }
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
 * any row, as in a template that is filled in part, are told together.
 */
function withoutRows(tabs: readonly TabHealth[]): string[] {
  const barren = tabs.filter(({ rows }) => rows.included === 0)
  const groups = Map.groupBy(barren, ({ workbook, tab, rows }) =>
    rows.read === rows.blank ? workbook : JSON.stringify([workbook, tab]),
  )
  return [...groups.values()].map((group) => {
    const [first] = group
    if (first && group.length === 1) {
      return `Tab ${tabLabel({ workbook: first.workbook, name: first.tab })} holds no row that counts.`
    }
    return `Tabs of ${first?.workbook ?? ''} without rows: ${group.map(({ tab }) => `"${tab}"`).join(', ')}.`
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
