import type { MetricRow } from '../../src/queries/metricQuery.ts'

/**
 * Where two answers differ, in words; empty if they agree: the same months and keys, numerators and
 * denominators exactly, values to a billionth, null exactly where null, and nothing withheld that is not.
 */
export function differencesBetween(expected: readonly MetricRow[], actual: readonly MetricRow[]): string[] {
  const wanted = byAddress(expected)
  const given = byAddress(actual)
  const repeated = actual.length === given.size ? [] : ['a key is repeated']
  const addresses = new Set([...wanted.keys(), ...given.keys()])
  return [
    ...repeated,
    ...[...addresses].flatMap((address) => {
      const row = wanted.get(address)
      const other = given.get(address)
      if (row !== undefined && other !== undefined && isSame(row, other)) return []
      return [`${address}: expected ${show(row)}, got ${show(other)}`]
    }),
  ]
}

function byAddress(rows: readonly MetricRow[]): Map<string, MetricRow> {
  return new Map(
    rows.map((row) => {
      const keys = Object.entries(row.keys).toSorted(([a], [b]) => (a < b ? -1 : 1))
      return [JSON.stringify([row.month ?? null, ...keys]), row]
    }),
  )
}

function isSame(a: MetricRow, b: MetricRow): boolean {
  if (a.numerator !== b.numerator || a.denominator !== b.denominator) return false
  if (a.withheld !== b.withheld) return false
  if (a.value === null || b.value === null) return a.value === b.value
  return Math.abs(a.value - b.value) <= 1e-9 * Math.max(1, Math.abs(a.value))
}

function show(row: MetricRow | undefined): string {
  if (row === undefined) return 'no row'
  const withheld = row.withheld === true ? ', withheld' : ''
  return `${String(row.numerator)} / ${String(row.denominator)} = ${String(row.value)}${withheld}`
}
