import type { RawRows } from '../../google/googleApi.ts'

/** Functions whose value may change without a change that Drive would tell of. */
const fetching = ['IMPORTRANGE', 'IMPORTDATA', 'IMPORTXML', 'IMPORTHTML', 'IMPORTFEED', 'GOOGLEFINANCE']
const moving = ['NOW', 'TODAY', 'RAND', 'RANDBETWEEN', 'RANDARRAY']
const call = new RegExp(`\\b(${[...fetching, ...moving].join('|')})\\s*\\(`, 'giu')

/** Names of the volatile functions in the formulas of a tab, each once; text in quotes is no call. */
export function volatileFunctions(rows: RawRows): string[] {
  const found = new Set<string>()
  for (const row of rows) {
    for (const cell of row) {
      if (typeof cell !== 'string' || !cell.startsWith('=')) continue
      const formula = cell.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'!/g, "''!")
      for (const match of formula.matchAll(call)) found.add((match[1] ?? '').toUpperCase())
    }
  }
  return [...found].sort()
}
