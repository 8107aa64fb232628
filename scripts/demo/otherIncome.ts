import type { LedgerLine } from './ledgerLine.ts'
import { monthEnd, monthsBetween, nextWorkday } from './calendar.ts'
import { firstDay, lastDay } from './demoClock.ts'
import { demoPayers } from './payers.ts'
import { createRandom } from './random.ts'

/** Money that no charge stands behind: capitation every month, interest and other income now and then. */
export function simulateOtherIncome(seed: number): readonly LedgerLine[] {
  const random = createRandom(seed, 'other income')
  const advantage = demoPayers.find((payer) => payer.class === 'medicare_adv') ?? null
  const blank = {
    charge: null,
    depositDay: null,
    payer: null,
    category: null,
    reason: null,
    carc: null,
    method: 'eft',
  } as const
  const lines: LedgerLine[] = []
  monthsBetween(firstDay, lastDay).forEach((month, index) => {
    const day = nextWorkday(monthEnd(month) - 18)
    const members = 205 + index * 2 + random.int(-6, 6)
    lines.push({
      ...blank,
      id: `K${month}-1`,
      type: 'capitation',
      postDay: day,
      cents: members * 1_450,
      payer: advantage,
    })
    if (index % 3 === 1)
      lines.push({
        ...blank,
        id: `K${month}-2`,
        type: 'interest',
        postDay: day + 1,
        cents: random.int(400, 3_900),
        payer: null,
      })
    if (random.chance(0.5))
      lines.push({
        ...blank,
        id: `K${month}-3`,
        type: 'other_income',
        postDay: day + 2,
        cents: random.int(15, 90) * 1_000,
        method: 'check',
      })
  })
  return lines
}
