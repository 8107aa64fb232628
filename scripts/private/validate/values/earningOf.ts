import { earningCodes } from '../../contracts/vocabularies.ts'
import { valueKey } from '../casts/choiceCast.ts'
import { shippedSynonyms } from './shippedSynonyms.ts'

const codes: ReadonlyMap<string, string> = new Map([
  ...earningCodes.map((code) => [valueKey(code), code] as const),
  ...Object.entries(shippedSynonyms.earning_code ?? {}).flatMap(([code, words]) =>
    words.map((word) => [valueKey(word), code] as const),
  ),
])

/** The earning code that a word means, or null. */
export function earningOf(word: string): string | null {
  return codes.get(valueKey(word)) ?? null
}
