import { parseA1 } from '../a1/a1Range.ts'

/** What Google needs for any question, however small, on a bad day. */
const least = 30_000

/** Half a million cells, the most that are asked for at once, may take a minute more. */
const eachCell = 0.12

/**
 * Milliseconds after which the answer to a question for these ranges is no longer waited for: a small one that
 * hangs must not cost what a large one may. An open range may be of any size.
 */
export function patienceFor(ranges: readonly string[]): number {
  // A timer takes whole milliseconds only.
  return least + Math.ceil(eachCell * ranges.reduce((sum, range) => sum + cellsOf(range), 0))
}

function cellsOf(range: string): number {
  const area = parseA1(range)
  if (!area) return Number.POSITIVE_INFINITY
  const { startRow, startColumn, endRow, endColumn } = area
  if (endRow === null || endColumn === null) return Number.POSITIVE_INFINITY
  return (endRow - startRow + 1) * (endColumn - startColumn + 1)
}
