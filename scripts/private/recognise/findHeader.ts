import type { Dataset } from '../contracts/dataset.ts'
import type { Row } from '../sources/source.ts'
import { fieldOfHeader, strengths } from './headerFields.ts'
import { headerCandidates, type HeaderCandidate } from './headerRows.ts'
import { mapColumns, requiredFields, type ColumnMap, type MapOptions } from './mapColumns.ts'

/** A header row found for a dataset. */
export interface FoundHeader extends ColumnMap {
  readonly headerRow: number
  readonly headers: readonly string[]
  /** Fields found, own names counting more; compares headers and datasets. */
  readonly score: number
}

/**
 * The row of the first 15 that reads best as a header of the dataset, or null where none names two of
 * its fields. More required fields win, then more fields; a merged pair of rows must win clearly. Below a row that
 * has all that is required, and the next one, no header is looked for: what stands between would be lost without a word.
 */
export function findHeader(rows: readonly Row[], dataset: Dataset, options: MapOptions): FoundHeader | null {
  const candidates = options.pin?.header_row
    ? headerCandidates(rows).filter((candidate) => candidate.row === options.pin?.header_row)
    : headerCandidates(rows)
  let best: FoundHeader | null = null
  for (const candidate of candidates) {
    if (best?.missing.length === 0 && candidate.row > best.headerRow + 1) break
    const found = readHeader(candidate, dataset, options)
    const fields = new Set(found.columns.map((column) => column.field)).size + found.conflicts.length
    if (fields < Math.min(2, requiredFields(dataset).length)) continue
    if (!best || rank(found) > rank(best)) best = found
  }
  return best
}

/** A merged pair takes the plain column name wherever the joined one means nothing. */
function readHeader(candidate: HeaderCandidate, dataset: Dataset, options: MapOptions): FoundHeader {
  const headers = candidate.merged
    ? candidate.headers.map((joined) => plainerHeader(joined, dataset, options))
    : candidate.headers
  const map = mapColumns(headers, dataset, options)
  const weights = map.columns.map((column) => {
    const match = fieldOfHeader(dataset, column.header, options.aliases)
    return match && match.strength <= strengths.named ? 1.1 : 1
  })
  const score = weights.reduce((sum, weight) => sum + weight, map.conflicts.length)
  return { ...map, headerRow: candidate.row, headers, score: candidate.merged ? score - 0.5 : score }
}

function plainerHeader(joined: string, dataset: Dataset, options: MapOptions): string {
  if (fieldOfHeader(dataset, joined, options.aliases)) return joined
  const words = joined.split(' ')
  for (let start = 1; start < words.length; start++) {
    const tail = words.slice(start).join(' ')
    if (fieldOfHeader(dataset, tail, options.aliases)) return tail
  }
  return joined
}

function rank(found: FoundHeader): number {
  return found.score - 100 * found.missing.length
}
