import type { Fingerprint } from '../presets/preset.ts'
import { presets, type KnownPreset, type PresetId } from '../presets/presets.ts'
import { isFilled } from '../sources/isFilled.ts'
import type { Row } from '../sources/source.ts'
import { headerCandidates, type HeaderCandidate } from './headerRows.ts'
import { headerKey } from './normaliseHeader.ts'

/** A report whose shape is known, and the row that says so. */
export interface FoundPreset {
  readonly preset: KnownPreset
  readonly header: HeaderCandidate
}

/**
 * The preset whose fingerprint one of the first rows has: the first such row, because what stands above a header is not
 * read; of several presets, the one that asks for the most headers. With `id` that preset alone is looked for. Null
 * where there is none.
 */
export function findPreset(rows: readonly Row[], id?: PresetId): FoundPreset | null {
  const among = presets.filter((preset) => id === undefined || preset.id === id)
  const found = headerCandidates(rows)
    .filter(({ merged }) => !merged)
    .flatMap((header) => {
      const keys = new Set(header.headers.map(headerKey))
      return among
        .filter(({ fingerprint }) => fits(keys, fingerprint))
        .filter(({ fingerprint: { blank = [] } }) => blank.length === 0 || lacks(rows, header, blank))
        .map((preset) => ({ preset, header }))
    })
  return found.sort((a, b) => a.header.row - b.header.row || asked(b.preset) - asked(a.preset))[0] ?? null
}

function fits(keys: ReadonlySet<string>, fingerprint: Fingerprint): boolean {
  const { all, none = [], besides, oneOfEach = [] } = fingerprint
  const has = (name: string): boolean => keys.has(headerKey(name))
  if (!all.every(has) || none.some(has) || !oneOfEach.every((group) => group.some(has))) return false
  if (besides === undefined) return true
  const known = new Set(['', ...all.map(headerKey), ...besides.map(headerKey)])
  return [...keys].every((key) => known.has(key))
}

/** Whether there are rows below the header, and none of them has a cell under some of its names. */
function lacks(rows: readonly Row[], { row, headers }: HeaderCandidate, names: readonly string[]): boolean {
  const below = rows.slice(row).filter((cells) => cells.some(isFilled))
  const indexes = names.map((name) => headers.findIndex((header) => headerKey(header) === headerKey(name)))
  return below.length > 0 && below.every((cells) => !indexes.some((index) => isFilled(cells[index])))
}

function asked({ fingerprint: { all, blank = [], oneOfEach = [] } }: KnownPreset): number {
  return all.length + blank.length + oneOfEach.length
}
