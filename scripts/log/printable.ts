import { shapeOf } from './shapeOf.ts'

/**
 * What may be printed of a value: the kind of a plain value, a list of one kind of thing, or fields by name. `text`
 * is for our own words and for names of tabs, files, people in the practice's own lists; never for a cell.
 */
export type Printable =
  'text' | 'number' | 'truth' | readonly [Printable] | { readonly [field: string]: Printable }

/**
 * A value as it may be printed: fields that are not named are left out; where a named one holds another kind of
 * thing than was said, its shape stands in its place. Null stays null.
 */
export function printable(value: unknown, allowed: Printable): unknown {
  if (value === null || value === undefined) return value
  if (allowed === 'text') return typeof value === 'string' ? value : shapeOf(value)
  if (allowed === 'number') return typeof value === 'number' ? value : shapeOf(value)
  if (allowed === 'truth') return typeof value === 'boolean' ? value : shapeOf(value)
  if (isList(allowed)) {
    return Array.isArray(value) ? value.map((one: unknown) => printable(one, allowed[0])) : shapeOf(value)
  }
  if (typeof value !== 'object' || Array.isArray(value)) return shapeOf(value)
  const fields = new Map<string, unknown>(Object.entries(value))
  return Object.fromEntries(
    Object.entries(allowed).flatMap(([field, kind]) =>
      fields.has(field) ? [[field, printable(fields.get(field), kind)]] : [],
    ),
  )
}

function isList(allowed: Printable): allowed is readonly [Printable] {
  return Array.isArray(allowed)
}
