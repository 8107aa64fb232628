import type { Entry } from './ledgerLine.ts'
import type { ChargeLine } from './charges.ts'
import { isPatientPay } from './payers.ts'
import type { Random } from './random.ts'

export interface PatientBalance {
  readonly cents: number
  /** Day from which the patient owes it. */
  readonly fromDay: number
}

/** What becomes of a balance that the patient owes: paid, paid off monthly, bounced, forgiven, or lost. */
export function collectFromPatient(
  charge: ChargeLine,
  balance: PatientBalance,
  random: Random,
): readonly Entry[] {
  const { cents, fromDay } = balance
  if (cents < 1_000)
    return [
      {
        type: 'adjustment',
        postDay: fromDay + random.int(35, 70),
        cents,
        category: 'small_balance',
        reason: 'Small balance w/o',
      },
    ]
  if (cents > 18_000 && random.chance(0.35)) return paymentPlan(balance, random)
  const payRate = isPatientPay(charge.payer.class) ? 0.62 : 0.8
  if (random.chance(payRate)) return payOnce(balance, random)
  if (random.chance(0.14))
    return [
      {
        type: 'adjustment',
        postDay: fromDay + random.int(40, 110),
        cents,
        category: 'charity',
        reason: 'Charity care',
      },
    ]
  return [
    {
      type: 'adjustment',
      postDay: fromDay + random.int(130, 230),
      cents,
      category: 'bad_debt',
      reason: 'Bad debt - agency',
    },
  ]
}

function paymentPlan(balance: PatientBalance, random: Random): readonly Entry[] {
  const count = random.int(4, 9)
  const each = Math.ceil(balance.cents / count / 100) * 100
  const first = balance.fromDay + random.int(15, 35)
  const entries: Entry[] = []
  let left = balance.cents
  for (let index = 0; index < count && left > 0; index += 1) {
    const cents = Math.min(each, left)
    left -= cents
    entries.push({ type: 'patient_payment', postDay: first + index * 30, cents, method: 'card' })
    // One plan in fourteen or so stops half-way.
    if (left > 0 && random.chance(0.02)) {
      entries.push({
        type: 'adjustment',
        postDay: first + index * 30 + 130,
        cents: left,
        category: 'bad_debt',
        reason: 'Bad debt - agency',
      })
      return entries
    }
  }
  return entries
}

function payOnce(balance: PatientBalance, random: Random): readonly Entry[] {
  const day = balance.fromDay + 8 + random.tail(27, 240)
  const method = random.pick(['card', 'check', 'portal', 'portal'])
  const payment: Entry = { type: 'patient_payment', postDay: day, cents: balance.cents, method }
  if (method === 'check' && random.chance(0.02)) return [payment, ...bouncedCheck(balance, day, random)]
  if (random.chance(0.008)) {
    const tooMuch = random.int(10, 60) * 100
    return [
      { ...payment, cents: balance.cents + tooMuch },
      { type: 'refund_patient', postDay: day + random.int(20, 75), cents: tooMuch, method: 'check' },
    ]
  }
  return [payment]
}

function bouncedCheck(balance: PatientBalance, day: number, random: Random): readonly Entry[] {
  const bounced: Entry = {
    type: 'nsf_reversal',
    postDay: day + random.int(4, 10),
    cents: balance.cents,
    method: 'check',
  }
  if (random.chance(0.6))
    return [
      bounced,
      { type: 'patient_payment', postDay: day + random.int(15, 45), cents: balance.cents, method: 'card' },
    ]
  return [
    bounced,
    {
      type: 'adjustment',
      postDay: day + random.int(100, 160),
      cents: balance.cents,
      category: 'bad_debt',
      reason: 'Bad debt - agency',
    },
  ]
}
