/** Sums in cents by what they stand for, in an order of its own; zeros left out. */
export function addedSums(
  rows: Iterable<readonly [place: readonly unknown[], cents: number]>,
): [string, number][] {
  const sums = new Map<string, number>()
  for (const [place, cents] of rows) {
    const key = JSON.stringify(place)
    sums.set(key, (sums.get(key) ?? 0) + cents)
  }
  return [...sums].filter(([, sum]) => sum !== 0).sort()
}
