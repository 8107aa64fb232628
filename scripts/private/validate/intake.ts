import type { TabHealth } from '../../../src/bundle/bundle.ts'
import type { SyncConfig } from '../config/config.ts'
import { contracts } from '../contracts/contracts.ts'
import type { Dataset } from '../contracts/dataset.ts'
import type { Intake } from '../intake.ts'
import type { Ledger, TabSettlement } from '../ledger/ledger.ts'
import { tabLabel } from '../recognise/tabLabel.ts'
import type { Source } from '../sources/source.ts'
import { IntakeRefusal } from './IntakeRefusal.ts'
import { groupRejects } from './logs/RejectLog.ts'
import type { TabReading } from './readTab.ts'
import { readTabs } from './readTabs.ts'
import { recogniseTabs } from './recogniseTabs.ts'

export interface IntakeOptions {
  readonly config: SyncConfig
  /** Civil date in the practice's time zone up to which rows count. */
  readonly asOf: string
  readonly progress?: (text: string) => void
}

/**
 * Reads a source into the ledger: recognises its tabs, casts and fills their rows, settles duplicates and
 * accounts for every row and cent. Throws `SyncError` with every refusal; the ledger is then of no use.
 */
export async function intake(source: Source, ledger: Ledger, options: IntakeOptions): Promise<Intake> {
  const { config, asOf, progress = () => undefined } = options
  const recognition = await recogniseTabs(await source.tabs(), config)
  const read = await readTabs(recognition, { ledger, config, progress })
  const rejects = read.readings.flatMap((reading) => reading.rejects)
  const [first, ...others] = [...recognition.refusals, ...read.refusals]
  if (first) throw new IntakeRefusal([first, ...others], rejects)
  progress('settling duplicates')
  const settlements = await ledger.settle()
  const tabs = read.readings.map((reading) => healthOf(reading, settlements))
  return {
    settings: read.settings,
    goals: read.goals,
    providerOrder: read.providerOrder,
    health: {
      tabs,
      rejected: groupRejects(rejects),
      unmapped: read.unmapped,
      warnings: [...recognition.warnings, ...read.warnings, ...withoutRows(tabs), ...laterThan(asOf, tabs)],
    },
    rejects,
  }
}

function healthOf({ recognised, account }: TabReading, settlements: readonly TabSettlement[]): TabHealth {
  const { tab, order, dataset, headerRow } = recognised
  const settlement = settlements.find((one) => one.dataset === dataset && one.tab === order)
  return {
    workbook: tab.workbook,
    tab: tab.name,
    dataset,
    headerRow,
    ...account.settle(settlement, contracts[dataset].control !== null),
    newest: settlement?.newest ?? null,
  }
}

/** A tab that was recognised and gave nothing: a filter left on, or the wrong scope. */
function withoutRows(tabs: readonly TabHealth[]): string[] {
  return tabs
    .filter(({ rows }) => rows.included === 0)
    .map(({ workbook, tab }) => `Tab ${tabLabel({ workbook, name: tab })} holds no row that counts.`)
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
