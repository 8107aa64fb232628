import type { StagedRows } from '../rows/StagedRows.ts'

/**
 * Whether the note is signed, from its two columns. Where a tab has one of them, a blank says that it is
 * not; a tab without either says nothing of notes.
 */
export function fillNotes(rows: StagedRows): void {
  if (!rows.has('note_signed') && !rows.has('note_signed_at')) return
  const states = rows.column('note_signed')
  for (const [row, state] of states.entries()) {
    states[row] = rows.get('note_signed_at', row) === null ? (state ?? 'unsigned') : 'signed'
  }
}
