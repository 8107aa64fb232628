import type { Area } from './StandInTab.ts'

/** Rows put in before `at`, or taken away from it on where `count` is negative. */
export interface Shift {
  readonly at: number
  readonly count: number
}

/** Where a row stands afterwards; null for one that was taken away. */
export function shiftRow(row: number, { at, count }: Shift): number | null {
  if (row < at) return row
  return count < 0 && row < at - count ? null : row + count
}

/** The area that lies over what is left of the same rows; null if none is. */
export function shiftArea<Part extends Area>(area: Part, shift: Shift): Part | null {
  const { startRow, endRow } = area
  const start = edge(startRow, shift)
  const end = endRow === null ? null : edge(endRow - 1, shift) + (isGone(endRow - 1, shift) ? 0 : 1)
  return end !== null && end <= start ? null : { ...area, startRow: start, endRow: end }
}

/** Where a row stands, or where those below it stand if it is gone. */
function edge(row: number, shift: Shift): number {
  return shiftRow(row, shift) ?? shift.at
}

function isGone(row: number, shift: Shift): boolean {
  return shiftRow(row, shift) === null
}
