import type { SyncError } from '../../../errors/SyncError.ts'
import type { SyncConfig } from '../../config/config.ts'
import type { Dataset } from '../../contracts/dataset.ts'
import type { HeaderAliases } from '../../recognise/headerFields.ts'
import { pinOfTab } from '../../recognise/pinOfTab.ts'
import { recogniseTab, type TabPeek } from '../../recognise/recogniseTab.ts'
import type { RecognisedTab } from '../../recognise/recognition.ts'
import { tabLabel } from '../../recognise/tabLabel.ts'
import { defaultSettings } from '../../settings.ts'
import { SignsRead } from '../SignsRead.ts'
import { AmountSigns } from '../signedAmounts.ts'
import { UnmappedLog } from '../logs/UnmappedLog.ts'
import { planTab } from '../rows/tabPlan.ts'
import { TabReader } from '../rows/TabReader.ts'
import { PayerDirectory } from '../values/PayerDirectory.ts'
import { ProviderDirectory } from '../values/ProviderDirectory.ts'
import { emptyMaps } from '../values/ValueMaps.ts'
import { keptRows, type KeptRow } from './keptRows.ts'
import { headerAliasesOfRows } from './mapOfRows.ts'

/** Headers that the map_header_alias tabs add: needed before any other tab can be recognised. */
export async function readHeaderAliases(peeks: readonly TabPeek[], config: SyncConfig) {
  const aliases = new Map<Dataset, Map<string, string>>()
  const refusals: SyncError[] = []
  const none: HeaderAliases = new Map()
  for (const peek of peeks) {
    const result = recogniseTab(peek, { aliases: none, pin: pinOfTab(peek.tab, config.tabs) })
    if (result.kind !== 'data' || result.dataset !== 'map_header_alias') continue
    const read = headerAliasesOfRows(await allRows(result), tabLabel(peek.tab))
    refusals.push(...read.refusals)
    for (const [dataset, added] of read.aliases) {
      aliases.set(dataset, new Map([...(aliases.get(dataset) ?? []), ...added]))
    }
  }
  return { aliases, refusals }
}

async function allRows(recognised: RecognisedTab): Promise<KeptRow[]> {
  const fill = {
    dataset: recognised.dataset,
    settings: defaultSettings,
    maps: emptyMaps(),
    providers: new ProviderDirectory([]),
    payers: new PayerDirectory([], new Map()),
    signs: new AmountSigns(),
    signsRead: new SignsRead(),
    payPeriod: null,
  }
  const plan = planTab(recognised, fill.maps, defaultSettings.time_zone)
  const reader = new TabReader(plan, fill, new UnmappedLog())
  for await (const batch of recognised.tab.rows()) for (const row of batch) reader.add(row)
  return keptRows(reader.take())
}
