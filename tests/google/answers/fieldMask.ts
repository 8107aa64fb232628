import { badRequest } from '../http/GoogleProblem.ts'

/** What a `fields` mask names: each key with what is named below it, null for all of it. */
export type FieldMask = ReadonlyMap<string, FieldMask> | null

type Mutable = Map<string, Mutable | null>

/**
 * Reads a mask: commas, dots or slashes, brackets that nest, `*`. Throws the 400 of Google for one that
 * cannot be read.
 */
export function parseFieldMask(text: string): FieldMask {
  const reader = { text, at: 0 }
  const mask: Mutable = new Map()
  readList(reader, mask)
  if (reader.at < text.length) throw invalidMask(text)
  return simplified(mask)
}

/** The part of a value that the mask names; lists are gone through, a list's empty objects stay. */
export function applyFieldMask(value: unknown, mask: FieldMask): unknown {
  if (mask === null) return value
  if (Array.isArray(value)) return value.map((item) => applyFieldMask(item, mask))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, below]) => {
      const part = mask.get(key)
      return part === undefined ? [] : [[key, applyFieldMask(below, part)]]
    }),
  )
}

/** What the mask names below a path of keys; undefined where it does not name that. */
export function maskBelow(mask: FieldMask, ...path: readonly string[]): FieldMask | undefined {
  let below: FieldMask | undefined = mask
  for (const key of path) {
    if (below === null) return null
    below = below?.get(key)
  }
  return below
}

/** Whether the mask names what lies at a path, or something within. */
export function isNamed(mask: FieldMask, ...path: readonly string[]): boolean {
  return maskBelow(mask, ...path) !== undefined
}

/** Throws the 400 of Google for a mask that names what no answer has. */
export function refuseUnknown(mask: FieldMask, known: FieldMask, path = ''): void {
  if (mask === null || known === null) return
  for (const [key, below] of mask) {
    const place = path === '' ? key : `${path}.${key}`
    const part = known.get(key)
    if (part === undefined) throw invalidMask(place)
    refuseUnknown(below, part, place)
  }
}

interface Reader {
  readonly text: string
  at: number
}

function readList(reader: Reader, into: Mutable): void {
  do {
    readPath(reader, into)
  } while (skip(reader, ','))
}

function readPath(reader: Reader, into: Mutable): void {
  const keys = [readKey(reader)]
  while (skip(reader, '.') || skip(reader, '/')) keys.push(readKey(reader))
  if (skip(reader, '(')) {
    readList(reader, descend(into, keys))
    if (!skip(reader, ')')) throw invalidMask(reader.text)
    return
  }
  const last = keys.pop() ?? ''
  descend(into, keys).set(last, null)
}

/** The map at a path; what is already named whole stays whole. */
function descend(into: Mutable, keys: readonly string[]): Mutable {
  let map = into
  for (const key of keys) {
    const below = map.get(key)
    if (below === null) return new Map()
    const next: Mutable = below ?? new Map<string, Mutable | null>()
    map.set(key, next)
    map = next
  }
  return map
}

function readKey(reader: Reader): string {
  const key = /^\s*(\*|[\w]+)\s*/.exec(reader.text.slice(reader.at))
  if (key === null) throw invalidMask(reader.text)
  reader.at += key[0].length
  return key[1] ?? ''
}

function skip(reader: Reader, sign: string): boolean {
  if (reader.text[reader.at] !== sign) return false
  reader.at += 1
  return true
}

/** A `*` names all that lies beside it. */
function simplified(mask: Mutable): FieldMask {
  if (mask.has('*')) return null
  return new Map([...mask].map(([key, below]) => [key, below === null ? null : simplified(below)]))
}

function invalidMask(path: string): Error {
  return badRequest('Request contains an invalid argument.', [
    {
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      fieldViolations: [
        {
          field: path,
          description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`,
        },
      ],
    },
  ])
}
