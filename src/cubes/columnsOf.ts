import { columnsRead } from './columnsRead.ts'
import type { FactName } from './facts.ts'

/** A tab by its dataset, and what is read of it. */
export interface ReadColumns {
  readonly dataset: string
  readonly columns: readonly string[]
}

/** The columns that a measure or dimension of a fact is made of, by tab. Throws `unknown column of charges: x`. */
export function columnsOf(fact: FactName, name: string): ReadColumns[] {
  const text = columnsRead[fact][name]
  if (text === undefined) throw new Error(`unknown column of ${fact}: ${name}`)
  return text.split('; ').map((part) => {
    const [dataset = '', columns = ''] = part.split(': ')
    return { dataset, columns: columns.split(', ') }
  })
}
