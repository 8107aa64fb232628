import type { Entry } from './ledgerLine.ts'
import type { Random } from './random.ts'

/** Takebacks, double payments and posting mistakes. */
export function laterTrouble(paid: number, remitDay: number, random: Random): readonly Entry[] {
  const kind = random.next()
  if (kind < 0.005) {
    const day = remitDay + random.int(40, 220)
    const taken: Entry = { type: 'takeback', postDay: day, cents: paid, method: 'eft' }
    if (random.chance(0.6))
      return [
        taken,
        { type: 'insurance_payment', postDay: day + random.int(20, 60), cents: paid, method: 'eft' },
      ]
    return [
      taken,
      {
        type: 'adjustment',
        postDay: day + random.int(30, 70),
        cents: paid,
        category: 'coding',
        reason: 'Coding / bundled',
      },
    ]
  }
  if (kind < 0.009) {
    const day = remitDay + random.int(10, 50)
    return [
      { type: 'insurance_payment', postDay: day, cents: paid, method: 'check' },
      { type: 'refund_payer', postDay: day + random.int(30, 100), cents: paid, method: 'check' },
    ]
  }
  if (kind < 0.0105) {
    const day = remitDay + random.int(1, 9)
    return [
      { type: 'insurance_payment', postDay: day, cents: paid, method: 'eft' },
      {
        type: random.chance(0.5) ? 'payment_reversal' : 'insurance_payment',
        postDay: day + random.int(2, 25),
        cents: paid,
        method: 'eft',
      },
    ].map((entry, index) =>
      index === 1 && entry.type === 'insurance_payment' ? { ...entry, cents: -paid } : entry,
    ) as readonly Entry[]
  }
  return []
}
