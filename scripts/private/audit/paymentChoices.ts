import type { TwoDatedLine } from '../ledger/ledger.ts'
import type { DatedSums, KnownPiece } from './datedSums.ts'

/** Payments that follow from the sums of their parts: which lines they are, and the sums that it takes. */
export interface PaymentChoice {
  readonly lines: readonly TwoDatedLine[]
  /** All payments, too. */
  readonly needsWhole: boolean
  /** The last of them is merged where too few people's are told. */
  readonly parts: readonly (keyof DatedSums['parts'])[]
}

/** Every choice of the kinds of payments but all of them. */
export const paymentChoices: readonly PaymentChoice[] = [
  { lines: ['patient_payment', 'same_day_payment'], needsWhole: false, parts: ['patient'] },
  { lines: ['same_day_payment'], needsWhole: false, parts: ['sameDay'] },
  { lines: ['patient_payment'], needsWhole: false, parts: ['patient', 'sameDay'] },
  { lines: ['other_payment'], needsWhole: true, parts: ['patient'] },
  { lines: ['other_payment', 'patient_payment'], needsWhole: true, parts: ['sameDay'] },
  { lines: ['other_payment', 'same_day_payment'], needsWhole: true, parts: ['patient', 'sameDay'] },
]

/** A part that is nobody's tells nothing that all payments do not, and merging it would hide nothing. */
export function somebodys(pieces: readonly KnownPiece[]): readonly KnownPiece[] {
  return pieces.map((piece) => (piece.sum?.isNobodys === true ? { ...piece, sum: null } : piece))
}
