import type { Access } from '../bundle/access.ts'
import { audiences, type Audience } from '../cubes/audience.ts'

/** What a link's fragment asks for. A damaged one is never repaired: it may have been seen by others. */
export type Link =
  | { readonly kind: 'key'; readonly access: Access }
  /** A two-part link: the words open `bundle/keys/<id>.age`. */
  | { readonly kind: 'words'; readonly id: string }
  | { readonly kind: 'damaged' }

const damaged: Link = { kind: 'damaged' }
const identity = /^AGE-SECRET-KEY-PQ-1[02-9AC-HJ-NP-Z]{58}$/
/** 32 bytes as base32: 52 digits, the last of which carries one bit. */
const signer = /^[A-Z2-7]{51}[AQ]$/
const audienceLetters: ReadonlyMap<string, Audience> = new Map([
  ['V', 'viewer'],
  ['O', 'owner'],
])

/**
 * Reads `v1.<identity>.<signer>.<yyyymmdd or 0>.<V or O>` or `v1p.<id>`, without the `#`. Nothing is forgiven,
 * not even a blank at the end: whatever changed the link on its way has read it.
 */
export function parseLink(text: string): Link {
  const [version, ...parts] = text.split('.')
  if (version === 'v1p') return parseWordsLink(parts)
  if (version !== 'v1' || parts.length !== 4) return damaged
  const [secret = '', key = '', end = '', letter = ''] = parts
  const expires = parseEnd(end)
  const audience = audienceLetters.get(letter)
  if (!identity.test(secret) || !signer.test(key)) return damaged
  if (expires === undefined || audience === undefined) return damaged
  return { kind: 'key', access: { identity: secret, signer: key, expires, audience } }
}

/** Whether something read from elsewhere is an `Access` as a link would give it. */
export function isAccess(found: unknown): found is Access {
  if (typeof found !== 'object' || found === null) return false
  const access = found as Partial<Record<keyof Access, unknown>>
  return (
    typeof access.identity === 'string' &&
    identity.test(access.identity) &&
    typeof access.signer === 'string' &&
    signer.test(access.signer) &&
    audiences.some((audience) => audience === access.audience) &&
    (access.expires === null || (typeof access.expires === 'string' && isDay(access.expires)))
  )
}

function parseWordsLink([id = '', ...rest]: readonly string[]): Link {
  // The id becomes part of an address: nothing but sixteen digits gets there.
  return rest.length === 0 && /^[0-9a-f]{16}$/.test(id) ? { kind: 'words', id } : damaged
}

/** A civil date, null for `0`, undefined for anything else. */
function parseEnd(text: string): string | null | undefined {
  if (text === '0') return null
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? []
  const date = [year, month, day].join('-')
  return isDay(date) ? date : undefined
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
