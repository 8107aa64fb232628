import { presets, type KnownPreset, type PresetId } from '../presets/presets.ts'
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
      const has = (name: string): boolean => keys.has(headerKey(name))
      return among
        .filter(({ fingerprint: { all, none = [] } }) => all.every(has) && !none.some(has))
        .map((preset) => ({ preset, header }))
    })
  return found.sort((a, b) => a.header.row - b.header.row || asked(b.preset) - asked(a.preset))[0] ?? null
}

function asked({ fingerprint }: KnownPreset): number {
  return fingerprint.all.length
}
