import type { z } from 'zod'
import { badRequest } from '../../http/GoogleProblem.ts'

/**
 * A body as its schema has it. Throws the 400 of Google, which names every place where something stands that
 * is unknown or wrong; unknown to Google or not copied by the stand-in is the same here.
 */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const violations = parsed.error.issues.flatMap((issue) => {
    const field = pathText(issue.path)
    if (issue.code !== 'unrecognized_keys') {
      return [{ field, description: `Invalid value at '${field}' (${issue.message})` }]
    }
    return issue.keys.map((key) => ({
      field,
      description:
        `Invalid JSON payload received. Unknown name "${key}"` +
        `${field === '' ? '' : ` at '${field}'`}: Cannot find field.`,
    }))
  })
  throw badRequest(violations.map(({ description }) => description).join('\n'), [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations },
  ])
}

/** A place in a body as Google writes it: `requests[0].add_sheet.properties`. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${snakeCase(String(part))}`))
    .join('')
    .replace(/^\./, '')
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
