import type { Health } from '../../../src/bundle/bundle.ts'
import type { SyncError } from '../../errors/SyncError.ts'
import type { SyncConfig } from '../config/config.ts'
import type { MapName } from '../contracts/contract.ts'
import { contracts } from '../contracts/contracts.ts'
import { datasets, type Dataset } from '../contracts/dataset.ts'
import type { Goal } from '../contracts/referenceTabs.ts'
import type { UnmappedValue } from '../intake.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { tabLabel } from '../recognise/tabLabel.ts'
import { defaultSettings, type Settings } from '../settings.ts'
import { TabSigns } from './TabSigns.ts'
import { UnknownStaff } from './UnknownStaff.ts'
import { UnmappedLog } from './logs/UnmappedLog.ts'
import { readTab, type ReadContext, type TabReading } from './readTab.ts'
import type { Recognitions } from './recogniseTabs.ts'
import { goalsOfRows } from './reference/goalsOfRows.ts'
import type { KeptRow } from './reference/keptRows.ts'
import { mapOfRows } from './reference/mapOfRows.ts'
import { settingsOf } from './reference/settingsOf.ts'
import { PayerDirectory } from './values/PayerDirectory.ts'
import { ProviderDirectory, type ListedProvider } from './values/ProviderDirectory.ts'
import { emptyMaps, ValueMaps } from './values/ValueMaps.ts'

/** What all tabs together gave. */
export interface ReadTabs {
  readonly readings: readonly TabReading[]
  readonly refusals: readonly SyncError[]
  readonly warnings: readonly string[]
  readonly settings: Settings
  readonly goals: readonly Goal[]
  readonly providerOrder: readonly string[]
  readonly unmapped: Health['unmapped']
  readonly unmappedValues: readonly UnmappedValue[]
}

interface ReadOptions {
  readonly ledger: Ledger
  readonly config: SyncConfig
  /** Of the source; in force where neither config nor settings tab names one. */
  readonly timeZone?: string | undefined
  readonly progress: (text: string) => void
}

/** Tabs that other tabs are read with; if one is refused, what the others say would be wrong. */
const lookups: readonly Dataset[] = [
  'settings',
  'map_status',
  'map_transaction_type',
  'map_adjustment',
  'map_visit_type',
  'providers',
  'payers',
]

/** Second look: reads every recognised tab, what others depend on first. */
export async function readTabs(recognition: Recognitions, options: ReadOptions): Promise<ReadTabs> {
  const run = new Run(options, new TabSigns(recognition.tabs))
  for (const dataset of datasets) {
    if (dataset === 'wrvu_table') run.prepare()
    if (dataset === 'slots' && lookups.some((one) => recognition.refused.has(one))) break
    for (const recognised of recognition.tabs.filter((one) => one.dataset === dataset)) {
      options.progress(`reading ${tabLabel(recognised.tab)}`)
      run.take(await readTab(recognised, keptDatasets.has(dataset), run.context))
    }
    run.conclude(dataset)
  }
  return run.result()
}

const keptDatasets: ReadonlySet<Dataset> = new Set([...lookups, 'goals'])

/** The state of a run while its tabs are read one after the other. */
class Run {
  context: ReadContext
  readonly #config: SyncConfig
  readonly #timeZone: string | undefined
  readonly #unmapped = new UnmappedLog()
  readonly #unknownStaff = new UnknownStaff()
  readonly #readings: TabReading[] = []
  readonly #refusals: SyncError[] = []
  readonly #warnings: string[] = []

  constructor({ ledger, config, timeZone, progress }: ReadOptions, signs: TabSigns) {
    this.#config = config
    this.#timeZone = timeZone
    const maps = emptyMaps()
    this.context = {
      ledger,
      progress,
      signs,
      maps,
      settings: defaultSettings,
      providers: new ProviderDirectory([]),
      payers: new PayerDirectory([], new Map()),
      unmapped: this.#unmapped,
      unknownStaff: this.#unknownStaff,
      rejectedShare: config.limits.rejected_share,
    }
  }

  take(reading: TabReading): void {
    this.#readings.push(reading)
    this.#refusals.push(...reading.refusals)
    this.#warnings.push(...reading.warnings)
  }

  /** After the last tab of a dataset: what it holds is in force from now on. */
  conclude(dataset: Dataset): void {
    if (dataset === 'settings') this.#concludeSettings()
    if (dataset === 'providers') {
      this.context = { ...this.context, providers: new ProviderDirectory(this.#listedProviders()) }
    }
    if (dataset === 'payers') this.context = { ...this.context, payers: this.#payers() }
  }

  /** All map tabs are read. */
  prepare(): void {
    const { maps } = this.#config
    const tabs = {
      status: this.#mapTab('map_status', 'status'),
      transaction_type: this.#mapTab('map_transaction_type', 'transaction_type'),
      adjustment: this.#mapTab('map_adjustment', 'adjustment'),
      visit_type: this.#mapTab('map_visit_type', 'visit_type'),
    }
    const config = {
      status: new Map(Object.entries(maps.status)),
      transaction_type: new Map(Object.entries(maps.transaction_type)),
      adjustment: new Map(Object.entries(maps.adjustment)),
      visit_type: new Map(Object.entries(maps.visit_type)),
    }
    const values = new ValueMaps(tabs, config)
    this.context = { ...this.context, maps: values }
    this.context = { ...this.context, payers: this.#payers() }
  }

  result(): ReadTabs {
    return {
      readings: this.#readings,
      refusals: this.#refusals,
      warnings: [...this.#warnings, ...this.#unknownStaff.warnings()],
      settings: this.context.settings,
      goals: goalsOfRows(this.#kept('goals')),
      providerOrder: [...new Set(this.#listedProviders().map(({ display_name }) => display_name))],
      unmapped: this.#unmapped.toHealth(),
      unmappedValues: this.#unmapped.toValues(),
    }
  }

  #concludeSettings(): void {
    const rows = this.#of('settings').flatMap(({ recognised, kept }) =>
      kept.map((row) => ({
        setting: row.text('setting') ?? '',
        value: row.text('value'),
        tab: tabLabel(recognised.tab),
        row: row.number,
      })),
    )
    const { settings, refusals, warnings } = settingsOf(rows, this.#config, this.#timeZone)
    this.context = { ...this.context, settings }
    this.#refusals.push(...refusals)
    this.#warnings.push(...warnings)
  }

  #mapTab(dataset: Dataset, name: MapName): Map<string, string> {
    const maps = this.#of(dataset).map(({ recognised, kept }) =>
      mapOfRows(name, kept, tabLabel(recognised.tab)),
    )
    this.#refusals.push(...maps.flatMap((map) => map.refusals))
    return new Map(maps.flatMap(({ map }) => [...map]))
  }

  #listedProviders(): ListedProvider[] {
    return this.#kept('providers').map((row) => ({
      provider_id: row.text('provider_id') ?? '',
      display_name: row.text('display_name') ?? '',
      npi: row.text('npi'),
      aliases: row.text('aliases'),
    }))
  }

  #payers(): PayerDirectory {
    const field = contracts.payers.fields.class
    const words = field ? this.context.maps.ofField('class', field) : new Map<string, string>()
    const own = new Map((field?.values ?? []).map((value) => [value.replaceAll('_', ' '), value]))
    const listed = this.#kept('payers').map((row) => ({
      payer_id: row.text('payer_id') ?? '',
      name: row.text('name') ?? '',
      class: row.text('class') ?? '',
      aliases: row.text('aliases'),
    }))
    return new PayerDirectory(listed, new Map([...own, ...words]))
  }

  #kept(dataset: Dataset): KeptRow[] {
    return this.#of(dataset).flatMap(({ kept }) => kept)
  }

  #of(dataset: Dataset): TabReading[] {
    return this.#readings.filter(({ recognised }) => recognised.dataset === dataset)
  }
}
