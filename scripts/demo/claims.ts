import { nextWorkday, toDay } from './calendar.ts'
import type { ChargeLine } from './charges.ts'
import { lastDay } from './demoClock.ts'
import type { LedgerLine } from './ledgerLine.ts'
import { isPatientPay } from './payers.ts'
import { createRandom, type Random } from './random.ts'

/** One claim as the billing system lists it today: what the payer answered first, and what became of a denial. */
export interface ClaimLine {
  readonly id: string
  readonly charge: ChargeLine
  readonly submittedDay: number
  readonly isRejected: boolean
  readonly remitDay: number | null
  readonly outcome: 'paid' | 'partial' | 'denied' | 'pending'
  readonly cents: number
  readonly paidCents: number
  /** Code of the remittance; null unless denied. */
  readonly carc: string | null
  readonly appealDay: number | null
  readonly resolvedDay: number | null
  readonly resolution: 'overturned' | 'written_off' | 'patient' | null
  readonly touches: number
}

/** The claims report begins with the clearinghouse that the practice has had since then. */
const firstSubmitted = toDay('2025-07-01')

/**
 * The claims sent from July 2025 on, in order of submission. What payers answered is read off the ledger, so that a claim
 * is denied here if a line of it is denied there; only what a ledger does not tell is drawn, from a stream of its own.
 */
export function simulateClaims(
  seed: number,
  charges: readonly ChargeLine[],
  ledger: readonly LedgerLine[],
): readonly ClaimLine[] {
  const random = createRandom(seed, 'claims')
  const byCharge = Map.groupBy(ledger, ({ charge }) => charge?.id ?? '')
  const billed = charges.filter(
    (line) =>
      line.cents > 0 &&
      !line.isTest &&
      line.voids === null &&
      line.voidedBy === null &&
      !isPatientPay(line.payer.class),
  )
  return [...Map.groupBy(billed, ({ claim }) => claim).values()]
    .flatMap((lines) => {
      const postings = lines.flatMap(({ id }) => byCharge.get(id) ?? [])
      return claimOf(lines, postings, random)
    })
    .filter(({ submittedDay }) => submittedDay >= firstSubmitted && submittedDay <= lastDay)
    .sort((a, b) => a.submittedDay - b.submittedDay || (a.id < b.id ? -1 : 1))
}

function claimOf(
  lines: readonly ChargeLine[],
  postings: readonly LedgerLine[],
  random: Random,
): readonly ClaimLine[] {
  const [charge] = lines
  if (charge === undefined) return []
  const answers = postings.filter(isAnswer).sort((a, b) => a.postDay - b.postDay)
  const denial = answers.find(({ type }) => type === 'denial')
  const first = denial ?? answers[0]
  const isRejected = denial === undefined && random.chance(0.025)
  const shared = {
    id: charge.claim,
    charge,
    submittedDay: nextWorkday(charge.postDay + random.int(0, 2)),
    isRejected,
    remitDay: first?.postDay ?? null,
    cents: lines.reduce((sum, { cents }) => sum + cents, 0),
    paidCents: postings.reduce((sum, { type, cents }) => sum + (type === 'insurance_payment' ? cents : 0), 0),
  }
  if (denial !== undefined) return [{ ...shared, outcome: 'denied', ...followUp(denial, postings, random) }]
  const isPartial = first !== undefined && random.chance(0.03)
  const answered = isPartial ? 'partial' : 'paid'
  const isTouched = isRejected || isPartial || random.chance(0.035)
  return [
    {
      ...shared,
      outcome: first === undefined ? 'pending' : answered,
      carc: null,
      appealDay: null,
      resolvedDay: null,
      resolution: null,
      touches: isTouched ? random.int(1, 2) : 0,
    },
  ]
}

/** What a payer sends after it has decided. */
function isAnswer({ type, category }: LedgerLine): boolean {
  return (
    type === 'denial' || type === 'insurance_payment' || (type === 'adjustment' && category === 'contractual')
  )
}

type FollowUp = Pick<ClaimLine, 'carc' | 'appealDay' | 'resolvedDay' | 'resolution' | 'touches'>

/** The ledger tells how a denial ended; one that is open has been worked on, or not. */
function followUp(denial: LedgerLine, postings: readonly LedgerLine[], random: Random): FollowUp {
  const later = postings
    .filter(
      ({ charge, postDay, id }) => charge === denial.charge && postDay >= denial.postDay && id !== denial.id,
    )
    .sort((a, b) => a.postDay - b.postDay)
  const paid = later.find(({ type }) => type === 'insurance_payment')
  const allowed = later.find(({ type, category }) => type === 'adjustment' && category === 'contractual')
  const writtenOff = later.find(({ type, category }) => type === 'adjustment' && category !== 'contractual')
  const end = paid ?? allowed ?? writtenOff
  const isWorked = end !== undefined || random.chance(0.6)
  const appealDay = denial.postDay + random.int(3, 18)
  const isAppealed =
    isWorked && random.chance(0.55) && appealDay <= Math.min(end?.postDay ?? lastDay, lastDay)
  return {
    carc: denial.carc,
    appealDay: isAppealed ? appealDay : null,
    resolvedDay: end?.postDay ?? null,
    resolution: resolutionOf({ paid, allowed, writtenOff }),
    touches: isWorked ? random.int(1, 4) : 0,
  }
}

function resolutionOf({
  paid,
  allowed,
  writtenOff,
}: Readonly<Record<'paid' | 'allowed' | 'writtenOff', LedgerLine | undefined>>): ClaimLine['resolution'] {
  if (paid !== undefined) return 'overturned'
  // Allowed in full, and all of it the patient's.
  if (allowed !== undefined) return 'patient'
  return writtenOff === undefined ? null : 'written_off'
}
