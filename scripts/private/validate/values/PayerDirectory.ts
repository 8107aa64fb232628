import { valueKey, type ChoiceLookup } from '../casts/choiceCast.ts'
import { plainSpelling } from './plainSpelling.ts'

/** A payer as its tab has it. */
export interface ListedPayer {
  readonly payer_id: string
  readonly name: string
  readonly class: string
  /** Spellings separated by `;`. */
  readonly aliases: string | null
}

/** Finds payer classes by a payer's spelling or id; names of classes stand for themselves. */
export class PayerDirectory {
  readonly #classes = new Map<string, string>()

  constructor(payers: readonly ListedPayer[], classWords: ChoiceLookup) {
    for (const [word, payerClass] of classWords) this.#classes.set(word, payerClass)
    for (const payer of payers) {
      for (const spelling of [payer.name, payer.payer_id, ...(payer.aliases ?? '').split(';')]) {
        if (spelling.trim() !== '') this.#classes.set(spellingKey(plainSpelling(spelling)), payer.class)
      }
    }
  }

  /** `none_given` for a blank, `unmapped` for a payer that nobody listed. */
  classOf(written: string | null): string {
    if (written === null) return 'none_given'
    return this.#classes.get(spellingKey(written)) ?? 'unmapped'
  }
}

function spellingKey(text: string): string {
  return valueKey(text).replace(/[.,]+/g, '')
}
