import type { RawCell } from '../../../google/googleApi.ts'
import type { Cell, Row } from '../source.ts'

const errorCell = /^(#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!))(?: \(.*\))?$/s

/** What Sheets shows while a formula waits for other data. */
export const loadingText = 'Loading...'

/**
 * A row as every source gives it: an empty text is null, an error keeps its kind and loses its message
 * (which may quote a value), nulls at the end are cut.
 */
export function canonicalRow(raw: readonly RawCell[]): Row {
  const row = raw.map(toCell)
  row.length = row.findLastIndex((cell) => cell !== null) + 1
  return row
}

function toCell(raw: RawCell): Cell {
  if (typeof raw !== 'string') return raw
  if (raw === '') return null
  const first = raw.trimStart()[0]
  if (first !== '#' && first !== 'L') return raw
  const text = raw.trim()
  if (text === loadingText) return { error: loadingText }
  const error = errorCell.exec(text)?.[1]
  return error === undefined ? raw : { error }
}
