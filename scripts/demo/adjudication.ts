import { nextWorkday } from './calendar.ts'
import type { ChargeLine } from './charges.ts'
import { lastDay } from './demoClock.ts'
import { laterTrouble } from './laterTrouble.ts'
import type { Entry, LedgerLine } from './ledgerLine.ts'
import { collectFromPatient } from './patientCollections.ts'
import { isPatientPay } from './payers.ts'
import { createRandom, type Random } from './random.ts'

/** Every transaction up to the last day, in posting order; ids follow that order. */
export function simulateTransactions(seed: number, charges: readonly ChargeLine[]): readonly LedgerLine[] {
  const random = createRandom(seed, 'adjudication')
  const lines: Omit<LedgerLine, 'id'>[] = []
  for (const charge of charges) {
    // A void settles its line by itself.
    if (charge.isTest || charge.cents === 0 || charge.voids !== null || charge.voidedBy !== null) continue
    lines.push(...adjudicate(charge, random).map((entry) => toLine(charge, entry)))
  }
  return lines
    .filter((line) => line.postDay <= lastDay)
    .sort((a, b) => a.postDay - b.postDay)
    .map((line, index) => ({ ...line, id: `T${String(1_000_001 + index)}` }))
}

function toLine(charge: ChargeLine, entry: Entry): Omit<LedgerLine, 'id'> {
  const isInsurance =
    entry.type !== 'patient_payment' && entry.type !== 'refund_patient' && entry.type !== 'nsf_reversal'
  return {
    charge,
    type: entry.type,
    postDay: entry.type === 'transfer' ? entry.postDay : nextWorkday(entry.postDay),
    depositDay: entry.depositDay ?? null,
    cents: entry.cents,
    payer: isInsurance ? charge.payer : null,
    category: entry.category ?? null,
    reason: entry.reason ?? null,
    carc: entry.carc ?? null,
    method: entry.method ?? null,
  }
}

function adjudicate(charge: ChargeLine, random: Random): readonly Entry[] {
  if (isPatientPay(charge.payer.class)) return selfPay(charge, random)
  // A claim that got lost: nothing ever happens to it, or it is written off for timely filing.
  if (random.chance(0.003)) {
    if (random.chance(0.35)) return []
    return [
      {
        type: 'adjustment',
        postDay: charge.postDay + random.int(120, 200),
        cents: charge.cents,
        category: 'timely_filing',
        reason: 'CO-29 Timely filing',
        carc: '29',
      },
    ]
  }
  const firstRemit = charge.postDay + charge.payer.remitDays[0] + random.tail(charge.payer.remitDays[1], 90)
  if (!random.chance(charge.payer.denialRate)) return payClaim(charge, firstRemit, random)
  return denyClaim(charge, firstRemit, random)
}

function selfPay(charge: ChargeLine, random: Random): readonly Entry[] {
  if (random.chance(0.62)) {
    const discount = Math.round(charge.cents * 0.2)
    return [
      {
        type: 'patient_payment',
        postDay: charge.postDay,
        depositDay: charge.serviceDay,
        cents: charge.cents - discount,
        method: 'card',
      },
      {
        type: 'adjustment',
        postDay: charge.postDay,
        cents: discount,
        category: 'discount',
        reason: 'Prompt pay discount',
      },
    ]
  }
  return collectFromPatient(charge, { cents: charge.cents, fromDay: charge.postDay }, random)
}

const denialReasons = [
  { carc: '197', reason: 'No prior auth', category: 'no_auth', weight: 30 },
  { carc: '29', reason: 'CO-29 Timely filing', category: 'timely_filing', weight: 18 },
  { carc: '16', reason: 'Coding / bundled', category: 'coding', weight: 26 },
  { carc: '18', reason: 'Duplicate claim', category: 'duplicate', weight: 8 },
  { carc: 'B7', reason: 'Prov not credentialed', category: 'credentialing', weight: 8 },
  { carc: '252', reason: 'Courtesy / admin', category: 'administrative', weight: 6 },
  { carc: '96', reason: 'Adj code 77 - see notes', category: 'unknown', weight: 10 },
] as const

function denyClaim(charge: ChargeLine, remitDay: number, random: Random): readonly Entry[] {
  const denial = random.weighted(denialReasons)
  const denied: Entry = {
    type: 'denial',
    postDay: remitDay,
    cents: random.chance(0.3) ? 0 : charge.cents,
    carc: denial.carc,
  }
  if (random.chance(0.86)) return [denied, ...payClaim(charge, remitDay + 20 + random.tail(32, 200), random)]
  const writeOffDay = remitDay + random.int(60, 190)
  return [
    denied,
    {
      type: 'adjustment',
      postDay: writeOffDay,
      cents: charge.cents,
      category: denial.category,
      reason: denial.reason,
      carc: denial.carc,
    },
  ]
}

/** Payment, contractual adjustment and what the patient then owes. */
function payClaim(charge: ChargeLine, remitDay: number, random: Random): readonly Entry[] {
  const { payer } = charge
  const allowed = Math.round(charge.cents * Math.min(1, payer.allowedRate * (0.97 + random.next() * 0.06)))
  const owed = Math.min(allowed, patientShare(charge, allowed, random))
  const copayNow =
    payer.copayCents > 0 && owed >= payer.copayCents && random.chance(0.8) ? payer.copayCents : 0
  const paid = allowed - owed
  const entries: Entry[] = []
  if (copayNow > 0)
    entries.push({
      type: 'patient_payment',
      postDay: charge.postDay,
      depositDay: charge.serviceDay,
      cents: copayNow,
      method: 'card',
    })
  if (paid > 0) entries.push({ type: 'insurance_payment', postDay: remitDay, cents: paid, method: 'eft' })
  if (charge.cents > allowed)
    entries.push({
      type: 'adjustment',
      postDay: remitDay,
      cents: charge.cents - allowed,
      category: 'contractual',
      reason: 'CO-45 Contractual',
      carc: '45',
    })
  const left = owed - copayNow
  if (left > 0) {
    if (random.chance(0.05))
      entries.push(
        { type: 'transfer', postDay: nextWorkday(remitDay), cents: left },
        { type: 'transfer', postDay: nextWorkday(remitDay), cents: -left },
      )
    entries.push(...collectFromPatient(charge, { cents: left, fromDay: remitDay }, random))
  }
  if (paid > 0) entries.push(...laterTrouble(paid, remitDay, random))
  return entries
}

/** Copay, coinsurance, or a deductible that is not met yet (mostly early in the year). */
function patientShare(charge: ChargeLine, allowed: number, random: Random): number {
  const { payer } = charge
  if (payer.coinsurance === 0) return 0
  // Most people of Medicare have a second insurance that pays the fifth.
  if (payer.class === 'medicare') return random.chance(0.75) ? 0 : Math.round(allowed * payer.coinsurance)
  const month = new Date(charge.serviceDay * 86_400_000).getUTCMonth()
  if (random.chance(month < 3 ? 0.2 : 0.08)) return Math.round(allowed * (0.4 + random.next() * 0.6))
  return Math.max(payer.copayCents, charge.cents > 60_000 ? Math.round(allowed * payer.coinsurance) : 0)
}
