import { valueKey } from '../casts/choiceCast.ts'
import { initialKeys, nameKeys, nameMarks, namesSeveral, tidyName, type NameMarks } from './nameKeys.ts'
import { plainSpelling } from './plainSpelling.ts'

/** A provider as its tab has it. */
export interface ListedProvider {
  readonly provider_id: string
  readonly display_name: string
  readonly npi: string | null
  /** Spellings separated by `;`. */
  readonly aliases: string | null
}

/** What stands for a provider that the providers tab does not know. */
export const unmappedProvider = 'Unmapped'

/**
 * Finds providers by spelling, id or NPI. A spelling that fits two providers, or names two people, fits none, and so does
 * one with another middle initial or generation (Jr) than the provider's. Without a
 * providers tab every name stands for itself, tidied.
 */
export class ProviderDirectory {
  readonly #exact = new Map<string, string | null>()
  readonly #full = new Map<string, string | null>()
  readonly #initial = new Map<string, string | null>()
  /** What the spellings of a provider say beyond last and first name. */
  readonly #marks = new Map<string, NameMarks[]>()
  readonly #isEmpty: boolean

  constructor(providers: readonly ListedProvider[]) {
    this.#isEmpty = providers.length === 0
    for (const { provider_id, display_name, npi, aliases } of providers) {
      const spellings = [display_name, ...(aliases ?? '').split(';')]
        .map(plainSpelling)
        .filter((one) => one !== '')
      for (const exact of [...spellings, provider_id, npi ?? ''])
        enter(this.#exact, valueKey(exact), display_name)
      const marks = spellings.filter((one) => !namesSeveral(one)).map(nameMarks)
      this.#marks.set(display_name, [...(this.#marks.get(display_name) ?? []), ...marks])
      for (const key of spellings.flatMap(nameKeys)) enter(this.#full, key, display_name)
      for (const key of spellings.flatMap(initialKeys)) enter(this.#initial, key, display_name)
    }
  }

  /** The display name, or null for a spelling that the tab does not know. */
  find(written: string): string | null {
    if (this.#isEmpty) return tidyName(written)
    const exact = this.#exact.get(valueKey(written)) ?? this.#exact.get(valueKey(tidyName(written)))
    if (exact) return exact
    if (namesSeveral(written)) return null
    const known = this.#byKeys(written)
    return known !== null && this.#isAnother(known, written) ? null : known
  }

  #byKeys(written: string): string | null {
    for (const key of nameKeys(written)) {
      const known = this.#full.get(key)
      if (known) return known
    }
    // Only a written initial may stand for a longer first name: "Smith, B." is never Anna.
    for (const key of nameKeys(written).filter((one) => /\|.$/u.test(one))) {
      const known = this.#initial.get(key)
      if (known) return known
    }
    return null
  }

  /** Whether what is written has a middle initial, or a Jr, that no spelling of the provider has, while they have others. */
  #isAnother(provider: string, written: string): boolean {
    const { middle, generation } = nameMarks(written)
    const listed = this.#marks.get(provider) ?? []
    const differs = (mark: string | null, known: readonly (string | null)[]): boolean =>
      mark !== null && known.some((one) => one !== null) && !known.includes(mark)
    return (
      differs(
        middle,
        listed.map((one) => one.middle),
      ) ||
      differs(
        generation,
        listed.map((one) => one.generation),
      )
    )
  }
}

/** Keeps a key that two providers share, but for nobody. */
function enter(keys: Map<string, string | null>, key: string, name: string): void {
  if (key === '' || key === '|') return
  const held = keys.get(key)
  keys.set(key, held === undefined || held === name ? name : null)
}
