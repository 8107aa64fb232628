import { z } from 'zod'
import { CastProblem, defineCast, type Cast } from './cast.ts'
import { toText } from './toText.ts'

/** Words to a closed vocabulary, by `valueKey`. */
export type ChoiceLookup = ReadonlyMap<string, string>

/** The rule of a filled cell that no map knows; the reader decides what becomes of the row. */
export const unknownValue = 'a value that no map knows'

/**
 * One of a closed vocabulary: by the lookup, else written as the vocabulary has it (`No Show` is
 * `no_show`). The fix lists the vocabulary, never the cell.
 */
export function choiceCast(values: readonly string[], lookup: ChoiceLookup): Cast<string> {
  const vocabulary = z.enum(values)
  const problem = new CastProblem(unknownValue, `Use one of ${values.join(', ')}.`)
  const own = new Map(values.map((value) => [valueKey(value), value]))
  return defineCast((cell) => {
    const key = valueKey(toText(cell))
    const known = lookup.get(key) ?? own.get(key)
    const checked = vocabulary.safeParse(known)
    return checked.success ? checked.data : problem
  })
}

/** What values are compared by: case, width, runs of blanks, underscores and hyphens do not count. */
export function valueKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=[\p{L}\p{N}])[_-]+(?=[\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
