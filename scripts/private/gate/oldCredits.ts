import { merged } from '../../../src/cubes/cube.ts'
import type { Sums } from './sums.ts'

/** The buckets whose debits are `over_90_cents`. */
const oldBuckets: readonly string[] = ['91-120', '121+']

/**
 * Whether an old bucket's balance must be merged: all old balances less what is owed over 90 days, which
 * is shown for the whole practice, are the credits in old buckets, and those are often a few people's.
 */
export function oldCredits(sums: Sums): (measure: string, key: string, month: string) => boolean {
  const keys = new Set<string>()
  const months = new Set<string>()
  for (const [first, cells] of sums.cells) {
    const old = cells.filter(({ values }) => oldBuckets.includes(String(values[0])))
    for (const { key } of old) keys.add(key)
    if (sums.mayShow(old, { measure: 'balance_cents', minus: ['over_90_cents'] })) continue
    months.add(first.slice(0, 7))
  }
  return (measure, key, month) =>
    measure === 'balance_cents' && keys.has(key) && months.has(month) && !key.includes(merged)
}
