import { dayPattern, identifierPatterns, secretPatterns } from '../private/audit/identifierPatterns.ts'
import { sweep } from '../private/audit/sweep.ts'
import { SyncError } from '../errors/SyncError.ts'
import type { BundlePart } from '../publish/bundlePart.ts'

/**
 * Looks through the bytes of every part, before anything is sealed, for what identifies a person or opens
 * something. `days` are those that may stand there (the as-of date). Throws `SyncError`, which names parts and
 * patterns and never what stood there.
 */
export function refuseIdentifiers(parts: readonly BundlePart[], days: readonly string[]): void {
  const patterns = [...identifierPatterns, ...secretPatterns, dayPattern(days)]
  const found = parts.flatMap(({ name, bytes }) =>
    sweep(bytes, patterns).map(({ pattern }) => `${name} (${pattern})`),
  )
  if (found.length === 0) return
  throw new SyncError(
    `What would be published holds something that looks like a person's details: ${[...new Set(found)].slice(0, 5).join(', ')}.`,
    "Look at the practice's name in the config or the settings tab, and at the names of providers and sites: they must hold no number, address or date of anybody. Nothing was published.",
  )
}
