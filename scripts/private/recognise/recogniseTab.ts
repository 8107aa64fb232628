import type { SyncError } from '../../errors/SyncError.ts'
import { columnLetter } from '../../a1/columnLetter.ts'
import { contracts } from '../contracts/contracts.ts'
import { datasets, type Dataset } from '../contracts/dataset.ts'
import type { DataPin, TabPin } from '../config/config.ts'
import type { Row, Tab } from '../sources/source.ts'
import { doubtfulColumns } from './doubtfulColumns.ts'
import { findHeader, type FoundHeader } from './findHeader.ts'
import { findPreset } from './findPreset.ts'
import { mapColumns } from './mapColumns.ts'
import { headerKey } from './normaliseHeader.ts'
import type { IgnoredTab, Recognition, RecognisedTab } from './recognition.ts'
import { recogniseParts } from './recogniseParts.ts'
import { fieldOfHeader, type HeaderAliases } from './headerFields.ts'
import { headerDifference } from './headerDifference.ts'
import { refuseHeader, refusePreset } from './refuseHeader.ts'
import { datasetsOfName, isGuide } from './tabNames.ts'
import { tabLabel } from './tabLabel.ts'

export interface TabPeek {
  readonly tab: Tab
  /** Position in the source's order. */
  readonly order: number
  /** The first rows, at least as many as a header is looked for in. */
  readonly rows: readonly Row[]
  /** What keeps a report from being turned into one table. */
  readonly refusals?: readonly SyncError[]
  /** What of the report could not become part of it. */
  readonly warnings?: readonly string[]
}

export interface RecogniseOptions {
  readonly aliases: HeaderAliases
  /** The first pin of the config that fits the tab. */
  readonly pin?: TabPin | undefined
}

/** Without a telling name, a tab must show at least so many fields of a dataset. */
const fieldsWithoutName = 3

/**
 * Decides what a tab holds: by pin, else as a report whose shape is known, else by name and headers, else by headers alone. A tab that nothing
 * says is data is ignored with a warning; one that is said to be data must be readable.
 */
export function recogniseTab(peek: TabPeek, options: RecogniseOptions): Recognition {
  const { aliases, pin } = options
  if (pin && 'ignore' in pin) return { kind: 'ignored', warning: null }
  if (!pin || 'preset' in pin) {
    const report = findPreset(peek.rows, pin?.preset)
    if (report) return recogniseParts(peek, report, pin)
    if (pin) return refusePreset(peek.tab, pin.preset)
  }
  const named = pin ? [pin.dataset] : datasetsOfName(peek.tab)
  if (pin?.headers) return withGivenHeaders(peek, pin, pin.headers, aliases)
  const isEmpty = peek.rows.every((row) => row.every((cell) => cell === null || cell === ''))
  if (isEmpty && !pin) return ignored(`Tab ${tabLabel(peek.tab)} is empty and was left out.`)
  if (named.length > 0) {
    const found = named
      .map((dataset) => findHeader(peek.rows, dataset, { aliases, pin }))
      .filter((one) => one !== null)
    const best = bestOf(found)
    if (best && isReadable(best)) return recognised(peek, best, pin)
    const changed = best && pin?.confirmed ? recognised(peek, best, pin) : null
    if (changed?.kind === 'refused') return changed
    return { kind: 'refused', dataset: named[0] ?? 'settings', errors: refuseHeader(peek.tab, named, best) }
  }
  const found = byHeaders(peek, aliases)
  return found.kind === 'ignored' && isGuide(peek.tab) ? { ...found, warning: null } : found
}

/** Needs every required field, and no second dataset that reads as well. */
function byHeaders(peek: TabPeek, aliases: HeaderAliases): Recognition {
  const found = datasets
    .map((dataset) => findHeader(peek.rows, dataset, { aliases }))
    .filter((one) => one !== null)
    .filter((one) => one.missing.length === 0 && fieldCount(one) >= fieldsWithoutName)
    .filter((one) => doubtfulColumns(peek.rows, one).length === 0)
    .sort((a, b) => b.score - a.score)
  const [best, second] = found
  const label = tabLabel(peek.tab)
  if (!best) {
    return ignored(
      `Tab ${label} was left out: neither its name nor its headers say what it holds. If it matters, name its dataset under "tabs" in the config.`,
    )
  }
  if (second && second.score > best.score - 1) {
    return ignored(
      `Tab ${label} was left out: its headers fit both ${best.dataset} and ${second.dataset}. Name its dataset under "tabs" in the config.`,
    )
  }
  if (isReadable(best)) return recognised(peek, best, undefined)
  return { kind: 'refused', dataset: best.dataset, errors: refuseHeader(peek.tab, [best.dataset], best) }
}

/** A file without a header row: the config gives the headers, data starts at once (or below `header_row`). */
function withGivenHeaders(
  peek: TabPeek,
  pin: DataPin,
  headers: readonly string[],
  aliases: HeaderAliases,
): Recognition {
  const map = mapColumns(headers, pin.dataset, { aliases, pin })
  const found = { ...map, headers, headerRow: pin.header_row ?? 0, score: map.columns.length }
  if (isReadable(found)) return recognised(peek, found, pin)
  return { kind: 'refused', dataset: pin.dataset, errors: refuseHeader(peek.tab, [pin.dataset], found) }
}

/** Nothing missing, then the most fields; the dataset named first wins a draw. */
function bestOf(found: readonly FoundHeader[]): FoundHeader | null {
  let best: FoundHeader | null = null
  for (const one of found) {
    if (!best || one.missing.length < best.missing.length) best = one
    else if (one.missing.length === best.missing.length && one.score > best.score) best = one
  }
  return best
}

function isReadable(found: FoundHeader): boolean {
  return found.missing.length === 0 && found.conflicts.length === 0 && found.unknownPins.length === 0
}

function fieldCount(found: FoundHeader): number {
  return new Set(found.columns.map((column) => column.field)).size + found.conflicts.length
}

function recognised(peek: TabPeek, found: FoundHeader, pin: DataPin | undefined): Recognition {
  const scope = Object.entries(pin?.scope ?? {}).map(([header, values]) => ({
    header,
    index: found.headers.findIndex((one) => headerKey(one) === headerKey(header)),
    values: new Set(values),
  }))
  const difference = pin?.confirmed
    ? headerDifference({
        peek,
        headerRow: found.headerRow,
        headers: found.headers,
        confirmed: pin.confirmed,
        readAs: readAs(found.dataset, pin, pin.confirmed),
      })
    : { errors: [], warnings: [] }
  if (difference.errors.length > 0) {
    return { kind: 'refused', dataset: found.dataset, errors: [...difference.errors] }
  }
  const unknownPins = scope.filter((one) => one.index < 0).map((one) => one.header)
  if (unknownPins.length > 0) {
    const errors = refuseHeader(peek.tab, [found.dataset], { ...found, unknownPins })
    return { kind: 'refused', dataset: found.dataset, errors }
  }
  return {
    kind: 'data',
    tab: peek.tab,
    order: peek.order,
    dataset: found.dataset,
    part: null,
    headerRow: found.headerRow,
    headers: found.headers,
    columns: found.columns,
    constants: pin?.constants ?? {},
    fillDown: pin?.fill_down ?? [],
    acceptedDifferences: pin?.accept_difference ?? [],
    signs: pin?.signs,
    scope,
    warnings: [...warningsOf(peek.tab, found), ...numberHeaders(peek, found), ...difference.warnings],
  } satisfies RecognisedTab
}

/** What the confirmed headers are read as, by the config and by what they mean. */
function readAs(
  dataset: Dataset,
  pin: DataPin,
  confirmed: readonly string[],
): { header: string; field: string }[] {
  const pinned = Object.entries(pin.columns).flatMap(([field, header]) =>
    typeof header === 'string' ? [{ field, header }] : [],
  )
  const taken = new Set(pinned.map(({ field }) => field))
  const meant = confirmed.flatMap((header) => {
    const match = fieldOfHeader(dataset, header, new Map())
    return match && !taken.has(match.field) ? [{ field: match.field, header }] : []
  })
  return [...pinned, ...meant]
}

function warningsOf(tab: Tab, found: FoundHeader): string[] {
  const label = tabLabel(tab)
  const hidden = tab.hidden ? [`Tab ${label} is hidden; it was read all the same.`] : []
  const passedOver = found.passedOver.map((column) => {
    const winner = found.columns.find((one) => one.field === column.field)
    const better = winner ? `column ${columnLetter(winner.index)}` : 'another'
    return `Tab ${label}: column ${columnLetter(column.index)} was left out, because ${better} names ${column.field} of ${contracts[found.dataset].dataset} more exactly.`
  })
  return [...hidden, ...passedOver]
}

/** A number between the headers was typed there by mistake: the column under it is not read. */
function numberHeaders({ tab, rows }: TabPeek, { headerRow }: FoundHeader): string[] {
  const cells = rows[headerRow - 1] ?? []
  return cells.flatMap((cell, index) =>
    typeof cell === 'number'
      ? [
          `Tab ${tabLabel(tab)}: column ${columnLetter(index)} has a number for a header (row ${headerRow}), so it is not read. If something was typed over its name, type the name again.`,
        ]
      : [],
  )
}

function ignored(warning: string): IgnoredTab {
  return { kind: 'ignored', warning }
}
