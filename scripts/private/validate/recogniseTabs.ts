import { SyncError } from '../../errors/SyncError.ts'
import type { SyncConfig, TabPin } from '../config/config.ts'
import type { Dataset } from '../contracts/dataset.ts'
import type { HeaderAliases } from '../recognise/headerFields.ts'
import { peekTabs } from '../recognise/peekTabs.ts'
import { pinOfTab } from '../recognise/pinOfTab.ts'
import { recogniseTab, type TabPeek } from '../recognise/recogniseTab.ts'
import type { RecognisedTab } from '../recognise/recognition.ts'
import { sameLinesAs } from '../recognise/sameLinesAs.ts'
import { tabLabel } from '../recognise/tabLabel.ts'
import type { Tab } from '../sources/source.ts'
import { readHeaderAliases } from './reference/readHeaderAliases.ts'

/** What a source's tabs turned out to be. */
export interface Recognitions {
  readonly tabs: readonly RecognisedTab[]
  readonly refusals: readonly SyncError[]
  /** Datasets of tabs that were refused. */
  readonly refused: ReadonlySet<Dataset>
  readonly warnings: readonly string[]
  /** What reports of known shapes cannot say exactly; none of the warnings. */
  readonly caveats: readonly string[]
  /** Tabs that nothing was read from although nobody said so, each with the reason. */
  readonly leftOut: readonly { readonly tab: Tab; readonly order: number; readonly reason: string }[]
}

/** First look at every tab: peeks at its first rows and decides what it holds. */
export async function recogniseTabs(tabs: readonly Tab[], config: SyncConfig): Promise<Recognitions> {
  const peeks = await peekTabs(tabs)
  const { aliases, refusals: aliasRefusals } = await readHeaderAliases(peeks, config)
  return recognisePeeks(peeks, aliases, { config, refusals: aliasRefusals })
}

function recognisePeeks(
  peeks: readonly TabPeek[],
  aliases: HeaderAliases,
  given: { readonly config: SyncConfig; readonly refusals: readonly SyncError[] },
): Recognitions {
  const recognised: RecognisedTab[] = []
  const refused = new Set<Dataset>()
  const refusals = [...given.refusals, ...unusedPins(peeks, given.config)]
  const warnings: string[] = []
  const caveats: string[] = []
  const leftOut: Recognitions['leftOut'][number][] = []
  /** Parts beyond the first of the reports so far. */
  let further = 0
  for (const peek of peeks) {
    const pin = pinOfTab(peek.tab, given.config.tabs)
    const whole = pin
      ? null
      : sameLinesAs(
          peek.tab,
          peeks.map(({ tab }) => tab),
        )
    if (whole) {
      warnings.push(
        `Tab ${tabLabel(peek.tab)} was left out: its lines are in tab ${tabLabel(whole)} as well.`,
      )
      continue
    }
    const result = recogniseTab(peek, { aliases, pin })
    if (result.kind === 'refused') {
      refusals.push(...result.errors)
      refused.add(result.dataset)
    } else if (result.kind !== 'ignored') {
      // Each part of a report has an order of its own, which is how the ledger tells them apart.
      const parts = result.kind === 'parts' ? result.parts : [result]
      recognised.push(...parts.map((part, place) => ({ ...part, order: peek.order + further + place })))
      further += parts.length - 1
      warnings.push(...result.warnings)
      if (result.kind === 'parts') caveats.push(...result.caveats)
    } else if (result.warning !== null) {
      warnings.push(result.warning)
      leftOut.push({ tab: peek.tab, order: peek.order + further, reason: result.warning })
    }
  }
  if (recognised.length === 0 && refusals.length === 0) refusals.push(nothingFound(peeks))
  return { tabs: recognised, refusals, refused, warnings, caveats, leftOut }
}

function nothingFound(peeks: readonly TabPeek[]): SyncError {
  const seen = peeks.slice(0, 20).map(({ tab }) => tabLabel(tab))
  const list = seen.length === 0 ? 'It has no tabs.' : `Tabs seen: ${seen.join(', ')}.`
  return new SyncError(
    'No tab of the source holds data that the dashboard knows.',
    `${list} Give the tabs their usual names (Schedule, Billing, Payroll …), or name their datasets under "tabs" in the config.`,
  )
}

/** A pin that fits no tab is a mistyped or renamed file: silence would lose it. */
function unusedPins(peeks: readonly TabPeek[], config: SyncConfig): SyncError[] {
  const used = new Set(peeks.map(({ tab }) => pinOfTab(tab, config.tabs)))
  return config.tabs
    .filter((pin) => !('ignore' in pin) && !used.has(pin))
    .map((pin) => (pin.sheet_id === undefined ? noSuchTitle(pin, peeks) : noSuchNumber(pin, peeks)))
}

function noSuchTitle({ file, tab, spreadsheet }: TabPin, peeks: readonly TabPeek[]): SyncError {
  const parts = [
    file === undefined ? null : `file "${file}"`,
    spreadsheet === undefined ? null : `spreadsheet ${spreadsheet}`,
    tab === undefined ? null : `tab "${tab}"`,
  ].filter((part) => part !== null)
  const seen = peeks.slice(0, 20).map((peek) => tabLabel(peek.tab))
  return new SyncError(
    `The config names a tab that is not there (or that an earlier entry took): ${parts.join(', ')}.`,
    `Correct the entry under "tabs". Tabs found: ${seen.join(', ')}.`,
  )
}

function noSuchNumber({ spreadsheet, sheet_id, tab }: TabPin, peeks: readonly TabPeek[]): SyncError {
  const title = tab === undefined ? '' : ` ("${tab}")`
  const seen = peeks.flatMap(({ tab: { sheet, name } }) =>
    sheet?.spreadsheetId === spreadsheet ? [`"${name}" (${String(sheet?.sheetId)})`] : [],
  )
  const hint =
    seen.length === 0
      ? 'List the spreadsheet under "sheets: spreadsheets:" too, or correct its link.'
      : `If the tab was deleted, remove or correct the entry under "tabs". Tabs with their sheet_id now: ${seen.slice(0, 20).join(', ')}.`
  return new SyncError(
    `The config names a tab by its number that is not there (or that an earlier entry took): sheet_id ${String(sheet_id)}${title} of spreadsheet ${String(spreadsheet)}.`,
    hint,
  )
}
