import type { Field, MapName } from '../../contracts/contract.ts'
import { valueKey, type ChoiceLookup } from '../casts/choiceCast.ts'
import { plainSpelling } from './plainSpelling.ts'
import { shippedMaps } from './shippedMaps.ts'
import { shippedSynonyms } from './shippedSynonyms.ts'

/** Raw value to canonical word, as a map tab or the config gives it. */
export type RawMap = ReadonlyMap<string, string>

/** The value maps of a run: config over map tab over shipped words. */
export class ValueMaps {
  readonly #lookups: Readonly<Record<MapName, ChoiceLookup>>

  constructor(tabs: Readonly<Record<MapName, RawMap>>, config: Readonly<Record<MapName, RawMap>>) {
    const build = (name: MapName) => joinWords(wordsOf(shippedMaps[name]), tabs[name], config[name])
    this.#lookups = {
      status: build('status'),
      transaction_type: build('transaction_type'),
      adjustment: build('adjustment'),
      visit_type: build('visit_type'),
    }
  }

  /** Canonical words by `valueKey`. */
  map(name: MapName): ChoiceLookup {
    return this.#lookups[name]
  }

  /** What a field's cells are looked up in: its map, or the shipped spellings of its vocabulary. */
  ofField(name: string, field: Field): ChoiceLookup {
    if (field.map) return this.#lookups[field.map]
    return wordsOf(shippedSynonyms[synonymsOf(name)] ?? {})
  }
}

/** The payers tab calls its payer class `class`. */
function synonymsOf(field: string): string {
  return field === 'class' ? 'payer_class' : field
}

function wordsOf(words: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([canonical, raws]) =>
      raws.map((raw) => [valueKey(raw), canonical] as const),
    ),
  )
}

function joinWords(...maps: readonly ReadonlyMap<string, string>[]): ChoiceLookup {
  return new Map(
    maps.flatMap((map) =>
      [...map].map(([raw, canonical]) => [valueKey(plainSpelling(raw)), canonical] as const),
    ),
  )
}

/** The shipped words alone. */
export function emptyMaps(): ValueMaps {
  const none = {
    status: new Map(),
    transaction_type: new Map(),
    adjustment: new Map(),
    visit_type: new Map(),
  }
  return new ValueMaps(none, none)
}
