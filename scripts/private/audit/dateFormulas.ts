import type { TwoDatedLine } from '../ledger/ledger.ts'

/** The sums of `production`: lines by month of service. */
export type ServedSum = 'charge' | 'payment' | 'contractual'

/** Sums of lines by month of posting; `payment` are all kinds of them, `adjustment` the contractual ones and all others. */
export type PostedSum = ServedSum | 'adjustment' | 'other'

/**
 * What can be worked out of the practice's sums of a run of months: those by month of service, less those by
 * month of posting. Charges count as they are, what is taken against them counts less.
 */
export interface DateFormula {
  readonly served: readonly ServedSum[]
  readonly posted: readonly PostedSum[]
}

/**
 * Every difference of sums of the same run of months that says something: what lies at the run's edges, of each kind
 * of line and of several together, with and without the other adjustments; and what is left of the charges served.
 */
export const dateFormulas: readonly DateFormula[] = [
  ...(['contractual', 'adjustment'] as const).map((posted): DateFormula => ({
    served: ['contractual'],
    posted: [posted],
  })),
  { served: ['payment'], posted: ['payment'] },
  { served: ['charge'], posted: ['charge'] },
  ...(['contractual', 'adjustment'] as const).flatMap((taken): DateFormula[] => [
    { served: ['contractual', 'payment'], posted: [taken, 'payment'] },
    { served: ['contractual', 'charge'], posted: [taken, 'charge'] },
    { served: ['contractual', 'payment', 'charge'], posted: [taken, 'payment', 'charge'] },
  ]),
  { served: ['payment', 'charge'], posted: ['payment', 'charge'] },
  { served: ['payment', 'charge'], posted: [] },
  { served: ['contractual', 'charge'], posted: [] },
  { served: ['contractual', 'payment', 'charge'], posted: [] },
]

/** What a formula's sums by month of posting leave of all that moves a balance. */
export function restOf({ posted }: DateFormula): readonly PostedSum[] {
  const isIn = (...some: readonly PostedSum[]): boolean => some.some((sum) => posted.includes(sum))
  const rest: PostedSum[] = []
  if (!isIn('charge')) rest.push('charge')
  if (!isIn('payment')) rest.push('payment')
  if (isIn('contractual') !== isIn('other')) rest.push(isIn('contractual') ? 'other' : 'contractual')
  else if (!isIn('contractual', 'adjustment')) rest.push('adjustment')
  return rest
}

/** Payments, by the parts of them that are published. */
const paymentLines = ['other_payment', 'patient_payment', 'same_day_payment'] as const

/** The lines that a sum adds up. */
export function linesOf(sum: PostedSum): readonly TwoDatedLine[] {
  if (sum === 'payment') return paymentLines
  return sum === 'adjustment' ? ['contractual', 'other'] : [sum]
}
