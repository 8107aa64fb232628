import type { Happening } from '../helpers/peopleOf.ts'

/** One line of an invented practice's books: a charge, or what was taken against one, with both of its dates. */
export interface Entry {
  readonly what: 'charge' | 'payment' | 'contractual' | 'other'
  /** Of payments: a patient's, and of these one on the day of service. */
  readonly part?: 'patient' | 'sameDay'
  /** Month of service of the charge, `2026-03`; null where none is named. */
  readonly served: string | null
  /** Month of posting. */
  readonly posted: string
  readonly at: Happening['at']
  /** -1 without a key. */
  readonly person: number
  readonly cents: number
  /** What is open or paid as one. */
  readonly item: number
}

/** What the audit is told of a line. */
export type DatedLine = Pick<Entry, 'what' | 'part' | 'served' | 'posted' | 'person' | 'cents'>
