import fc from 'fast-check'
import type { Charge } from '../../scripts/private/contracts/charges.ts'
import type { WorkRvu } from '../../scripts/private/contracts/referenceTabs.ts'
import type { Transaction } from '../../scripts/private/contracts/transactions.ts'
import { adjustmentCategories, transactionTypes } from '../../scripts/private/contracts/vocabularies.ts'
import { arbitraryOffset, blankable, dateAt, names, type Frame } from './arbitraryFrame.ts'

/** The finest numbers that a random practice's billing system exports. */
type Numbering = 'charges' | 'claims' | 'encounters' | 'none'

export interface Billing {
  readonly charges: readonly Charge[]
  readonly transactions: readonly Transaction[]
}

/** One encounter: what its lines share, and the lines. */
interface EncounterDraft {
  readonly service: number
  readonly shared: Pick<Charge, 'rendering_provider' | 'location' | 'payer_class' | 'is_test'>
  readonly lines: readonly LineDraft[]
}

interface LineDraft {
  /** Days from service to posting; negative is a typing error. */
  readonly lag: number
  /** Days after the encounter's first service; most lines share its day. */
  readonly later: number
  /** Another provider than the encounter's, as when a nurse gives the injection. */
  readonly other: Charge['rendering_provider']
  readonly cents: number
  readonly fate: 'plain' | 'void pair' | 'free'
}

interface TransactionDraft {
  /** Which line it names, counted round; null is unapplied. */
  readonly target: number | null
  readonly post: number
  readonly cents: number
  readonly oddSign: boolean
  readonly row: Pick<
    Transaction,
    'type' | 'provider' | 'location' | 'payer_class' | 'adj_category' | 'service_date' | 'is_void'
  >
}

const raises: readonly string[] = [
  'refund_patient',
  'refund_payer',
  'takeback',
  'nsf_reversal',
  'payment_reversal',
]
const income: readonly string[] = ['capitation', 'interest', 'other_income']

/** Procedures of lines, the last of which no table knows, and modifiers that change what they are worth. */
const procedures = ['99213', '20610', '45378', '99203', '99214', '99205', '99211', 'J3490'] as const
const marks = ['25', '50', '51, 59', 'TC', '26', '80 62', '52'] as const

/** A table of work RVUs with gaps: years, procedures and modifiers that it does not know. */
export const arbitraryWrvuTable: fc.Arbitrary<WorkRvu[]> = fc.uniqueArray(
  fc.record({
    year: fc.constantFrom(2024, 2025, 2026),
    cpt: fc.constantFrom('99213', '20610', '45378'),
    modifier: fc.constantFrom(null, null, '26', '80'),
    wrvu: fc.nat({ max: 700 }).map((hundredths) => hundredths / 100),
  }),
  {
    maxLength: 14,
    size: 'max',
    selector: ({ year, cpt, modifier }) => JSON.stringify([year, cpt, modifier]),
  },
)

/** Stands for a price that several lines of one encounter share, so that a void has two to choose from. */
const twinCents = 12_500

/** Charges with voids and free lines, and every kind of transaction, applied to them or not. */
export function arbitraryBilling(frame: Frame): fc.Arbitrary<Billing> {
  return fc
    .record({
      numbering: fc.constantFrom<Numbering>('charges', 'charges', 'claims', 'encounters', 'none'),
      encounters: fc.array(arbitraryEncounter(frame), { minLength: 15, maxLength: 70, size: 'max' }),
      transactions: fc.array(arbitraryTransaction(frame), { minLength: 20, maxLength: 150, size: 'max' }),
    })
    .map(({ numbering, encounters, transactions }) => {
      const charges = encounters.flatMap((encounter, index) =>
        linesOf(frame, encounter, { index, numbering }),
      )
      return {
        charges,
        transactions: transactions.map((draft, index) => posted(frame, draft, { index, charges })),
      }
    })
}

function arbitraryEncounter(frame: Frame): fc.Arbitrary<EncounterDraft> {
  return fc.record({
    service: arbitraryOffset(frame).map((offset) => offset - 20),
    shared: fc.record({
      rendering_provider: blankable(fc.constantFrom(...names.provider)),
      location: blankable(fc.constantFrom(...names.location)),
      payer_class: blankable(fc.constantFrom(...names.payer)),
      is_test: fc.nat({ max: 14 }).map((draw) => (draw === 7 ? true : null)),
    }),
    lines: fc.array(
      fc.record({
        lag: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: -2, max: 90 })),
        later: fc.constantFrom(0, 0, 0, 4),
        other: fc.constantFrom(null, null, null, ...names.provider),
        cents: fc.oneof(fc.constant(twinCents), fc.noBias(fc.integer({ min: 1, max: 400_000 }))),
        fate: fc.constantFrom(
          'plain' as const,
          'plain' as const,
          'plain' as const,
          'void pair' as const,
          'free' as const,
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
}

function linesOf(
  frame: Frame,
  encounter: EncounterDraft,
  { index, numbering }: { index: number; numbering: Numbering },
): Charge[] {
  return encounter.lines.flatMap((line, position) => {
    const id = `${String(index)}-${String(position)}`
    // Of one encounter only, and of one provider: what cancels must cancel wherever it is looked at.
    const isTwin = line.cents === twinCents
    const price = isTwin ? twinCents + index : line.cents
    const cents = line.fate === 'free' ? 0 : price
    const { rendering_provider } = encounter.shared
    // Every eighth encounter lacks its numbers, as hand-entered lines do.
    const isNumbered = index % 8 !== 7
    const service = encounter.service + line.later
    const charge: Charge = {
      ...encounter.shared,
      rendering_provider: isTwin ? rendering_provider : (line.other ?? rendering_provider),
      charge_id: numbering === 'charges' && isNumbered ? `C${id}` : null,
      claim_id: numbering !== 'encounters' && numbering !== 'none' && isNumbered ? `K${String(index)}` : null,
      encounter_id: numbering !== 'none' && isNumbered ? `E${String(index)}` : null,
      patient_key: null,
      service_date: dateAt(frame, service),
      post_date: dateAt(frame, service + line.lag),
      cpt: procedures[index % procedures.length] ?? null,
      modifiers: position === 1 ? (marks[index % marks.length] ?? null) : null,
      units: index % 5 === 4 ? 2 : index % 7 === 6 ? null : 1,
      charge_amount: cents,
      wrvu: index % 11 === 10 ? (position + 1) * 0.37 : null,
      payer: null,
      is_void: null,
      last_modified: null,
    }
    if (line.fate !== 'void pair') return [charge]
    const reversal = {
      ...charge,
      charge_id: charge.charge_id === null ? null : `${charge.charge_id}V`,
      post_date: dateAt(frame, service + line.lag + 9),
      charge_amount: 0 - cents,
      // Some systems flag the void; in others only its sign tells.
      is_void: index % 2 === 0 ? true : null,
    }
    return [{ ...charge, is_void: reversal.is_void }, reversal]
  })
}

function arbitraryTransaction(frame: Frame): fc.Arbitrary<TransactionDraft> {
  return fc.record({
    target: blankable(fc.nat({ max: 9_999 }), 6),
    post: arbitraryOffset(frame),
    cents: fc.noBias(fc.integer({ min: 1, max: 250_000 })),
    oddSign: fc.nat({ max: 15 }).map((draw) => draw === 7),
    row: fc.record({
      type: fc.oneof(
        {
          weight: 3,
          arbitrary: fc.constantFrom(
            'insurance_payment' as const,
            'patient_payment' as const,
            'adjustment' as const,
          ),
        },
        { weight: 2, arbitrary: fc.constantFrom(...transactionTypes) },
      ),
      provider: blankable(fc.constantFrom(...names.provider), 3),
      location: blankable(fc.constantFrom(...names.location), 3),
      payer_class: blankable(fc.constantFrom(...names.payer), 3),
      adj_category: blankable(
        fc.oneof(fc.constant('contractual' as const), fc.constantFrom(...adjustmentCategories)),
      ),
      service_date: fc.constant(null),
      is_void: fc.constantFrom(null, false),
    }),
  })
}

function posted(
  frame: Frame,
  draft: TransactionDraft,
  { index, charges }: { index: number; charges: readonly Charge[] },
): Transaction {
  const { type } = draft.row
  const sign = raises.includes(type) || income.includes(type) ? 1 : -1
  const hasEffect = type !== 'denial' && type !== 'transfer'
  const charge = draft.target === null ? undefined : charges[draft.target % charges.length]
  // Many patients pay on the day: posted then, or taken to the bank then and posted whenever.
  const isOnDay = type === 'patient_payment' && charge !== undefined && draft.cents % 3 === 0
  return {
    ...draft.row,
    txn_id: index % 9 === 8 ? null : `T${String(index)}`,
    ...numbersOf(charge, draft.target ?? 0),
    post_date: isOnDay && index % 2 === 0 ? charge.service_date : dateAt(frame, draft.post),
    deposit_date: isOnDay && index % 2 === 1 ? charge.service_date : null,
    service_date:
      index % 4 === 0 ? dateAt(frame, draft.post - (index % 8 === 0 ? 0 : draft.cents % 130)) : null,
    amount: hasEffect ? draft.cents * sign * (draft.oddSign ? -1 : 1) + 0 : 0,
    adj_category: type === 'adjustment' ? draft.row.adj_category : null,
    payer: null,
    carc: null,
    method: null,
    check_ref: `R${String(index)}`,
    last_modified: null,
  }
}

/** All numbers of the charge it names, or only a coarser one, or a number that no charge has. */
function numbersOf(
  charge: Charge | undefined,
  draw: number,
): Pick<Transaction, 'charge_id' | 'claim_id' | 'encounter_id'> {
  if (charge === undefined) return { charge_id: null, claim_id: null, encounter_id: null }
  if (draw % 17 === 3) return { charge_id: 'C-lost', claim_id: null, encounter_id: null }
  const { charge_id, claim_id, encounter_id } = charge
  if (draw % 11 === 5) return { charge_id: null, claim_id, encounter_id: null }
  if (draw % 11 === 6) return { charge_id: null, claim_id: null, encounter_id }
  return { charge_id, claim_id, encounter_id }
}
