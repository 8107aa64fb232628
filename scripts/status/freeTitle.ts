/**
 * A title for a new tab that no other tab has: the wanted one, else `Status (Practice Vitals)`, else with a
 * number. Google takes titles that differ in case only for the same.
 */
export function freeTitle(wanted: string, taken: readonly string[]): string {
  const keys = new Set(taken.map(titleKey))
  const plain = wanted.replace(/\p{Cc}/gu, ' ').slice(0, 70)
  const candidates = [plain, `${plain} (Practice Vitals)`]
  for (let number = 2; ; number++) {
    const free = candidates.find((title) => !keys.has(titleKey(title)))
    if (free !== undefined) return free
    candidates.splice(0, candidates.length, `${plain} (Practice Vitals ${number})`)
  }
}

function titleKey(title: string): string {
  return title.normalize('NFKC').toLowerCase().trim()
}
