import type { Cell } from './source.ts'

/** Whether a cell holds anything but spaces. */
export function isFilled(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined) return false
  return typeof cell !== 'string' || cell.trim() !== ''
}

/** A cell's text, trimmed; empty for what is no text. */
export function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell.trim() : ''
}
