import type { Practice } from '../../src/bundle/bundle.ts'
import {
  dayPattern,
  identifierPatterns,
  secretPatterns,
  type SweepPattern,
} from '../private/audit/identifierPatterns.ts'
import { sweep } from '../private/audit/sweep.ts'
import { SyncError } from '../errors/SyncError.ts'
import type { BundlePart } from '../publish/bundlePart.ts'

/**
 * Looks through the bytes of every part, before anything is sealed, for what identifies a person or opens
 * something. `days` are those that may stand there (the as-of date). Throws `SyncError`, which names patterns and
 * where such a text comes from, and never what stood there.
 */
export function refuseIdentifiers(parts: readonly BundlePart[], days: readonly string[]): void {
  const patterns = [...identifierPatterns, ...secretPatterns, dayPattern(days)]
  const found = parts.flatMap((part) =>
    sweep(part.bytes, patterns).map(({ pattern }) => ({ part, what: `${part.name} (${pattern})` })),
  )
  if (found.length === 0) return
  const whats = [...new Set(found.map(({ what }) => what))]
  const places = [...new Set(found.flatMap(({ part }) => originsOf(part, patterns)))]
  const where = places.length === 0 ? Object.values(origins) : places
  throw new SyncError(
    `What would be published holds something that looks like a person's details: ${whats.slice(0, 5).join(', ')}.`,
    `Look at ${listed(where)}: no number, address or date of anybody may stand there. Nothing was published.`,
  )
}

/** Where published texts come from, in an operator's words. */
const origins = {
  name: "the practice's name (config or settings tab)",
  provider: 'the display names of providers (providers tab)',
  location: 'the names of sites (the column for the site, in every tab that has one)',
  goals: 'the goals tab',
  notes: 'the names of files and tabs',
} as const

/** From where a part may have a text that looks like a person's details; empty if it could be anywhere. */
function originsOf({ name, bytes }: BundlePart, patterns: readonly SweepPattern[]): string[] {
  if (name === 'health') return [origins.notes]
  if (name.startsWith('cubes/')) {
    return (['provider', 'location'] as const).filter((of) => name.includes(of)).map((of) => origins[of])
  }
  if (name !== 'practice') return []
  const practice = JSON.parse(new TextDecoder().decode(bytes)) as Practice
  const texts: Readonly<Record<Exclude<keyof typeof origins, 'notes'>, unknown>> = {
    name: practice.name,
    provider: [practice.filters.provider, practice.names],
    location: practice.filters.location,
    goals: practice.targets,
  }
  return (Object.keys(texts) as (keyof typeof texts)[])
    .filter((key) => sweep(new TextEncoder().encode(JSON.stringify(texts[key] ?? null)), patterns).length > 0)
    .map((key) => origins[key])
}

function listed(places: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(places)
}
