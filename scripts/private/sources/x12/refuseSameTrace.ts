import type { SyncError } from '../../../errors/SyncError.ts'
import type { Remittance } from './remittance.ts'
import { remittanceRows } from './remittanceRows.ts'
import { refuseX12 } from './X12Problem.ts'

/**
 * Refusals of remittances that have payer, trace and day of an earlier one and other contents. Rows are numbered by these
 * three and their place, so that what two such share would count once, though it was paid twice. One that is the same
 * throughout is the same file again, and counts once rightly.
 */
export function refuseSameTrace(
  read: readonly { readonly file: string; readonly remittance: Remittance }[],
): SyncError[] {
  const known = new Map<
    string,
    { readonly file: string; readonly segment: number; readonly contents: string }
  >()
  return read.flatMap(({ file, remittance }): SyncError[] => {
    const { originator, trace, paidOn, segment } = remittance
    const key = JSON.stringify([originator, trace, paidOn])
    const contents = contentsOf(remittance)
    const earlier = known.get(key)
    if (!earlier) known.set(key, { file, segment, contents })
    if (!earlier || earlier.contents === contents) return []
    const where = `segment ${String(earlier.segment)} of "${earlier.file}"`
    const text = `it has the payer, trace number and day of the remittance at ${where}, and other contents`
    return [refuseX12(file, { segment, id: 'ST', text })]
  })
}

/** All that its rows say, but for where they stand in which file, and what was paid. */
function contentsOf(remittance: Remittance): string {
  return JSON.stringify([remittance.paidCents, remittanceRows(remittance, '').map((row) => row.slice(0, -1))])
}
