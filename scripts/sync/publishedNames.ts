import type { TabHealth } from '../../src/bundle/bundle.ts'
import { presets, type KnownPreset } from '../private/presets/presets.ts'
import { isPlainName } from '../private/recognise/isPlainName.ts'
import { isOwnFile, tabLabel } from '../private/recognise/tabLabel.ts'

/** A tab as its people name it. */
export interface TabName {
  readonly workbook: string
  readonly name: string
}

/** What is published in place of the names that people gave their files and tabs. */
export interface PublishedNames {
  workbook(name: string): string
  tab(tab: TabName): string
  /** A note with every known name replaced; null if it still quotes anything that is not ours. */
  note(text: string): string | null
}

/** Names that presets give the parts of their reports; an earning is called as the file has it. */
const ownParts: ReadonlySet<string> = new Set(
  presets.flatMap(({ parts }: KnownPreset) =>
    parts.filter(({ each }) => each === undefined).map(({ name }) => name),
  ),
)

/** Words that our own notes put in quotation marks. */
const ownQuotes = new Set(['tabs', 'scope', 'ignore: true', 'sheets: spreadsheets:'])

/**
 * Names of files and tabs may be names of people (`Smith, J 2pm`). One that is made of nothing but words for data
 * stays; another becomes what the tab holds with a number (`appointments 2`), or its place (`tab 7`).
 */
export function publishedNames(names: readonly TabName[], tabs: readonly TabHealth[]): PublishedNames {
  const workbooks = new Map(
    [...new Set(names.map(({ workbook }) => workbook))].map((workbook, index) => [
      workbook,
      isPlainName(workbook.replace(/\.[^.]+$/, '')) ? workbook : `workbook ${String(index + 1)}`,
    ]),
  )
  const labels = new Map(names.map((tab, index) => [keyOf(tab), labelOf(tab, tabs, index)]))
  const workbook = (name: string) => workbooks.get(name) ?? 'a workbook'
  const tab = (name: TabName) => labels.get(keyOf(name)) ?? partOf(name, names, labels) ?? 'a tab'
  const replacements = names
    .flatMap((name): [string, string][] => {
      const told = { workbook: workbook(name.workbook), name: tab(name) }
      const own = isOwnFile(name) ? `"${told.workbook}"` : `"${told.name}" of ${told.workbook}`
      return [
        [tabLabel(name), own],
        [`"${name.name}"`, `"${told.name}"`],
        [`"${name.workbook}"`, `"${told.workbook}"`],
        [`of ${name.workbook}`, `of ${told.workbook}`],
      ]
    })
    .sort(([a], [b]) => b.length - a.length)
  const shown = new Set([...workbooks.values(), ...labels.values(), ...ownQuotes])
  return {
    workbook,
    tab,
    note: (text) => {
      const told = replaceAll(text, replacements)
      const quoted = [...told.matchAll(/"([^"]*)"?/g)].map(([, inner = '']) => inner)
      return quoted.every((inner) => shown.has(inner)) ? told : null
    },
  }
}

function labelOf(tab: TabName, tabs: readonly TabHealth[], index: number): string {
  if (isPlainName(tab.name)) return tab.name
  const found = tabs.find(({ workbook, tab: name }) => workbook === tab.workbook && name === tab.name)
  return found
    ? `${found.dataset.replaceAll('_', ' ')}, tab ${String(index + 1)}`
    : `tab ${String(index + 1)}`
}

/** A part of a report, `charges (primary payments)`: by the tab's label; a part is named by us, or by a column of the file. */
function partOf(
  { workbook, name }: TabName,
  names: readonly TabName[],
  labels: ReadonlyMap<string, string>,
): string | undefined {
  const whole = names.find((one) => one.workbook === workbook && name.startsWith(`${one.name} (`))
  if (whole === undefined) return undefined
  const label = labels.get(keyOf(whole))
  const part = name.slice(`${whole.name} (`.length, -1)
  return ownParts.has(part) ? `${String(label)} (${part})` : label
}

function keyOf({ workbook, name }: TabName): string {
  return JSON.stringify([workbook, name])
}

/** In one pass, so that what was put in is not replaced again. */
function replaceAll(text: string, replacements: readonly (readonly [string, string])[]): string {
  let told = ''
  for (let at = 0; at < text.length;) {
    const found = replacements.find(([name]) => text.startsWith(name, at))
    told += found ? found[1] : (text[at] ?? '')
    at += found ? found[0].length : 1
  }
  return told
}
