import type { Entry } from './entry.ts'

/** Somebody's, but of fewer than eleven people; of those without a key three entries are one. */
export function isFew(entries: readonly Entry[], amount: (one: Entry) => number): boolean {
  const left = new Map<number, number>()
  let keyless = 0
  for (const one of entries) {
    const cents = amount(one)
    if (cents === 0) continue
    if (one.person < 0) keyless += 1
    else left.set(one.person, (left.get(one.person) ?? 0) + cents)
  }
  const people = [...left.values()].filter((cents) => cents !== 0).length
  return people + keyless > 0 && people + Math.floor(keyless / 3) < 11
}
