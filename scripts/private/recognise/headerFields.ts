import type { Contract } from '../contracts/contract.ts'
import { contracts } from '../contracts/contracts.ts'
import type { Dataset } from '../contracts/dataset.ts'
import { headerKey, normaliseHeader } from './normaliseHeader.ts'

/**
 * How surely a header means a field; the lower wins. `named` is the field's own name, `phrase` an
 * alias of several words, `word` an alias of one word ("date" is weaker than "appointment date").
 */
export const strengths = { pinned: 0, alias_tab: 1, named: 2, phrase: 3, word: 4 } as const
export type Strength = (typeof strengths)[keyof typeof strengths]

export interface FieldMatch {
  readonly field: string
  readonly strength: Strength
}

/** Additions of the map_header_alias tab: dataset, header key, field. */
export type HeaderAliases = ReadonlyMap<Dataset, ReadonlyMap<string, string>>

const cache = new Map<Dataset, ReadonlyMap<string, FieldMatch>>()

/** What a header means in a dataset, by contract and by the alias tab; null is nothing. */
export function fieldOfHeader(dataset: Dataset, header: string, aliases: HeaderAliases): FieldMatch | null {
  const key = headerKey(header)
  if (key === '') return null
  const added = aliases.get(dataset)?.get(key)
  if (added !== undefined) return { field: added, strength: strengths.alias_tab }
  return contractHeaders(dataset).get(key) ?? null
}

function contractHeaders(dataset: Dataset): ReadonlyMap<string, FieldMatch> {
  const known = cache.get(dataset)
  if (known) return known
  const built = buildHeaders(contracts[dataset])
  cache.set(dataset, built)
  return built
}

/** Where two fields share a header, the stronger match keeps it, else the field declared first. */
function buildHeaders(contract: Contract): ReadonlyMap<string, FieldMatch> {
  const matches = new Map<string, FieldMatch>()
  const add = (header: string, match: FieldMatch) => {
    const key = headerKey(header)
    const held = matches.get(key)
    if (!held || match.strength < held.strength) matches.set(key, match)
  }
  for (const [field, { aliases }] of Object.entries(contract.fields)) {
    add(field, { field, strength: strengths.named })
    for (const alias of aliases) {
      const strength = normaliseHeader(alias).includes(' ') ? strengths.phrase : strengths.word
      add(alias, { field, strength })
    }
  }
  return matches
}
