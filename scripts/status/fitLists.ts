import { cellData } from './cellData.ts'
import { text } from './cells.ts'
import { andMore } from '../words/counted.ts'
import type { ListDraft } from './listDraft.ts'
import type { StatusRow, StatusSheet } from './statusSheet.ts'

/**
 * The lists as sheets, together at most `budget` bytes as sent: a short list stays whole, the longest are cut
 * alike, and each says how many entries it left out.
 */
export function fitLists(drafts: readonly ListDraft[], budget: number): StatusSheet[] {
  const sizes = drafts.map(({ entries }) => entries.map(bytesOf))
  const heads = drafts.reduce((sum, { head }) => sum + bytesOf(head), 0)
  const totals = sizes.map((entries) => entries.reduce((sum, bytes) => sum + bytes, 0))
  const share = fairShare(totals, budget - heads)
  return drafts.map((draft, index) => toSheet(draft, fitting(sizes[index] ?? [], share)))
}

/** The bytes that rows take in the body of a request. */
export function bytesOf(rows: readonly StatusRow[]): number {
  return Buffer.byteLength(JSON.stringify(rows.map((row) => ({ values: row.map(cellData) }))))
}

/** The largest cap under which all sizes together stay within the budget. */
function fairShare(sizes: readonly number[], budget: number): number {
  let left = Math.max(0, budget)
  const ascending = [...sizes].sort((a, b) => a - b)
  for (const [index, size] of ascending.entries()) {
    const share = left / (ascending.length - index)
    if (size > share) return share
    left -= size
  }
  return Infinity
}

/** How many entries fit from the start. */
function fitting(sizes: readonly number[], budget: number): number {
  let sum = 0
  const over = sizes.findIndex((bytes) => (sum += bytes) > budget)
  return over === -1 ? sizes.length : over
}

function toSheet({ head, entries, total, what, ...sheet }: ListDraft, fits: number): StatusSheet {
  const shown = entries.slice(0, fits)
  const more = total - shown.length
  return {
    ...sheet,
    frozenRows: head.length,
    rows: [...head, ...shown.flat(), ...(more > 0 ? [[text(andMore(more, what), 'note')]] : [])],
  }
}
