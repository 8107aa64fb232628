import type { BillingLines } from '../../scripts/private/ledger/ledger.ts'
import { publishableTables } from '../../scripts/sync/publishableTables.ts'
import { cubesOf } from '../../src/cubes/cube.ts'
import { facts } from '../../src/cubes/facts.ts'
import { peopleOf } from '../helpers/peopleOf.ts'
import { booksOf, twoDatesOf, type BooksFact } from './booksOf.ts'
import { linesOf } from './linesOf.ts'
import { ages } from './openItems.ts'
import type { RandomBooks } from './randomBooks.ts'

/** The facts that books of billing are cut into. */
export const booksFacts = [
  'charges',
  'production',
  'transactions',
  'receivables',
] as const satisfies readonly BooksFact[]

/** What the audit is given besides the tables. */
export interface Asked {
  /** The last month of the books. */
  readonly last: string
  /** Whether it compares sums by two dates. */
  readonly byDates: boolean
  /** Whether it asks all lines together. */
  readonly byLines: boolean
  /** What becomes of the lines before they are asked. */
  readonly spoil?: (lines: BillingLines) => BillingLines
}

/** What a practice with these books publishes, and what the audit says of it. */
export async function publishBooks({ asOf, entries }: RandomBooks, { last, byDates, byLines, spoil }: Asked) {
  const happenings = booksOf(entries, last)
  const lines = byLines ? linesOf(entries, last) : null
  const names = (dimension: 'provider' | 'location' | 'payer') => [
    ...new Set(entries.map(({ at }) => String(at[dimension]))),
  ]
  return publishableTables({
    asOf,
    tables: booksFacts.flatMap((name) =>
      cubesOf(facts[name]).map((cube) => ({ cube, rowCount: 0, columns: {} })),
    ),
    people: (fact, cut) => Promise.resolve(peopleOf(fact, cut, happenings[fact.name as BooksFact])),
    twoDates: byDates ? twoDatesOf(entries) : null,
    lines: lines && spoil ? spoil(lines) : lines,
    vocabulary: {
      provider: names('provider'),
      location: names('location'),
      payer: names('payer'),
      age_bucket: ages,
      adjustment_category: ['none', 'contractual', 'charity'],
    },
  })
}
