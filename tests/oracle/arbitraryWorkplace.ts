import fc from 'fast-check'
import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import type { Charge } from '../../scripts/private/contracts/charges.ts'
import type { Claim } from '../../scripts/private/contracts/claims.ts'
import type { Transaction } from '../../scripts/private/contracts/transactions.ts'
import { names } from './arbitraryFrame.ts'
import { arbitraryLedger, type SmallPractice } from './arbitraryLedger.ts'
import { charge, transaction } from './sampleRows.ts'

/** What became of one booking's charge, and of its note. */
interface Fate {
  readonly charge: 'own' | 'other' | 'nobody' | 'free' | 'voided' | 'none'
  readonly cents: number
  readonly note: Appointment['note_signed']
}

/** A denial of a charge, so many days after it was posted. */
interface DenialDraft {
  readonly target: number
  readonly days: number
  readonly carc: string | null
  readonly payer: string | null
}

/** Random practices in which bookings have charges of their patients, notes, and charges are denied. */
export const arbitraryWorkplace: fc.Arbitrary<SmallPractice> = fc
  .record({
    practice: arbitraryLedger,
    // In some practices hardly any visit is charged under its patient's number.
    numbersAgree: fc.constantFrom(true, true, true, false),
    hasNotes: fc.boolean(),
    fates: fc.array(arbitraryFate(), { minLength: 150, maxLength: 150 }),
    denials: fc.array(arbitraryDenial(), { minLength: 5, maxLength: 30 }),
  })
  .map(({ practice: { rows, options }, numbersAgree, hasNotes, fates, denials }) => {
    const appointments = rows.appointments.map((booking, index) => ({
      ...booking,
      note_signed: hasNotes ? (fates[index]?.note ?? null) : null,
    }))
    const visits = appointments.filter(({ status }) => status === 'completed')
    const charged = visits.flatMap((visit, index) => chargesOfVisit(visit, fates[index], index))
    const stray = appointments.flatMap((each, index) => strayCharges(each, fates[index], index))
    const charges = [...rows.charges, ...(numbersAgree ? [...charged, ...stray] : charged.slice(0, 3))]
    const transactions = [
      ...rows.transactions,
      ...denials.map((draft, index) => denied(draft, charges, index)),
    ]
    const claims = [...rows.claims, ...rows.claims.map(leftOpen)]
    return { rows: { ...rows, appointments, charges, transactions, claims }, options }
  })

function arbitraryFate(): fc.Arbitrary<Fate> {
  return fc.record({
    charge: fc.constantFrom('own', 'own', 'own', 'other', 'nobody', 'free', 'voided', 'none'),
    cents: fc.integer({ min: 100, max: 90_000 }),
    note: fc.constantFrom('signed', 'unsigned', 'unknown', null),
  })
}

function arbitraryDenial(): fc.Arbitrary<DenialDraft> {
  return fc.record({
    target: fc.nat({ max: 9_999 }),
    days: fc.integer({ min: 0, max: 60 }),
    carc: fc.constantFrom(null, '45', 'CO-197', 'co 16', 'B7', 'PR204', 'Past filing limit', '12345', 'CO-'),
    payer: fc.constantFrom(null, 'Acme PPO'),
  })
}

function chargesOfVisit(visit: Appointment, fate: Fate | undefined, index: number): Charge[] {
  if (fate === undefined || fate.charge === 'none') return []
  const other = names.provider.find((name) => name !== visit.provider) ?? null
  const line = charge({
    charge_id: `V${String(index)}`,
    patient_key: visit.patient_key,
    service_date: visit.appt_date,
    post_date: visit.appt_date,
    rendering_provider: fate.charge === 'other' ? other : fate.charge === 'nobody' ? null : visit.provider,
    charge_amount: fate.charge === 'free' ? 0 : fate.cents,
    payer: index % 3 === 0 ? 'Acme HMO' : null,
  })
  if (fate.charge !== 'voided') return [line]
  return [line, { ...line, charge_id: `V${String(index)}-`, charge_amount: -fate.cents }]
}

/** A claim like another that nobody has settled. */
function leftOpen(claim: Claim, index: number): Claim {
  const outcome = index % 2 === 0 ? 'pending' : 'denied'
  return { ...claim, claim_id: `${claim.claim_id}-2`, outcome, resolution: null, is_test: null }
}

/** Charged though the patient did not come, on the day after, or there under the number of the appointment. */
function strayCharges(each: Appointment, fate: Fate | undefined, index: number): Charge[] {
  if (fate === undefined || each.status === 'open_slot' || each.status === 'blocked') return []
  const isLater = each.status === 'completed'
  if (isLater ? index % 8 > 1 : index % 3 !== 0) return []
  return [
    charge({
      charge_id: `S${String(index)}`,
      patient_key: each.patient_key,
      encounter_id: index % 8 === 0 ? each.appt_id : null,
      service_date: isLater ? dayAfter(each.appt_date, 1) : each.appt_date,
      post_date: dayAfter(each.appt_date, 2),
      rendering_provider: each.provider,
      charge_amount: fate.cents,
    }),
  ]
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

function denied(draft: DenialDraft, charges: readonly Charge[], index: number): Transaction {
  const {
    charge_id = null,
    claim_id = null,
    encounter_id = null,
    post_date = '2025-01-01',
  } = charges[draft.target % charges.length] ?? {}
  const day = dayAfter(post_date, draft.days)
  const { carc, payer } = draft
  return transaction({
    txn_id: `D${String(index)}`,
    type: 'denial',
    post_date: day,
    amount: 0,
    charge_id,
    claim_id,
    encounter_id,
    carc,
    payer,
  })
}
