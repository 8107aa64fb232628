import type { Words } from '../private/validate/values/shippedMaps.ts'
import { shippedMaps } from '../private/validate/values/shippedMaps.ts'
import { shippedSynonyms } from '../private/validate/values/shippedSynonyms.ts'
import { contracts } from '../private/contracts/contracts.ts'
import { plainColumn } from './templateColumn.ts'
import type { ColumnRule, TemplateTab } from './templateTab.ts'

/** A list of words that one or several columns pick from. */
export interface WordList {
  readonly words: readonly string[]
  /** `Payers: Payer Class` */
  readonly places: readonly string[]
  /** Spellings that are understood as well, by word. */
  readonly synonyms: Words
}

/** Every list of the tabs once; equal lists are one list with several places. */
export function wordLists(tabs: readonly TemplateTab[]): readonly WordList[] {
  const lists = new Map<string, WordList>()
  for (const { place, rule, synonyms } of tabs.flatMap(listsOf)) {
    const key = JSON.stringify(rule.words)
    const known = lists.get(key)
    lists.set(key, {
      words: rule.words,
      places: [...(known?.places ?? []), place],
      synonyms: { ...synonyms, ...known?.synonyms },
    })
  }
  return [...lists.values()]
}

/** For reading: every word that a list knows, where it is used, and what is understood as the same. */
export function wordsTab(tabs: readonly TemplateTab[]): TemplateTab {
  return {
    name: 'Words',
    kind: 'words',
    dataset: null,
    purpose: 'For looking up: every word of the lists, and the other spellings that are understood.',
    columns: [
      plainColumn('Where it is used', { width: 44, wrap: true }),
      plainColumn('Word', { width: 28, format: 'text' }),
      plainColumn('Also understood', { width: 90, wrap: true }),
    ],
    rows: wordLists(tabs).flatMap(({ words, places, synonyms }) =>
      words.map((word) => [places.join('; '), word, synonyms[word]?.join(', ') ?? null]),
    ),
    cellRules: [],
    protection: 'all',
  }
}

function listsOf(tab: TemplateTab) {
  const inColumns = tab.columns.flatMap(({ header, field, rule }) =>
    rule === null ? [] : [{ place: `${tab.name}: ${header}`, rule, synonyms: synonymsOf(tab, field) }],
  )
  const inCells = tab.cellRules.map(({ row, column, rule }) => {
    const label = tab.rows[row - 1]?.[0]
    return { place: `${tab.name}: ${typeof label === 'string' ? label : ''}`, rule, synonyms: {}, column }
  })
  return [...inColumns, ...inCells].flatMap(({ place, rule, synonyms }) =>
    isList(rule) ? [{ place, rule, synonyms }] : [],
  )
}

function isList(rule: ColumnRule): rule is ColumnRule & { readonly kind: 'list' } {
  return rule.kind === 'list'
}

/** The shipped spellings of a field's vocabulary; the payers tab calls its payer class `class`. */
function synonymsOf({ dataset }: TemplateTab, name: string | null): Words {
  if (dataset === null || name === null) return {}
  const field = contracts[dataset].fields[name]
  if (field?.map !== undefined) return shippedMaps[field.map]
  return shippedSynonyms[name === 'class' ? 'payer_class' : name] ?? {}
}
