import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { LineCounter, parseDocument, type Document } from 'yaml'
import { z } from 'zod'
import { SyncError } from '../errors/SyncError.ts'
import { offsetOf } from '../private/config/offsetOf.ts'
import { readerSchema, type Reader } from './reader.ts'

const remedy =
  'Mend that line; or take all lines of that person out of the file and add them anew: npm run share -- add. Nobody was added or dropped by this.'

/** Nobody twice: neither the person, nor the key, nor the number. */
const readersSchema = z.array(readerSchema).superRefine((readers, context) => {
  for (const field of ['id', 'label', 'recipient'] as const) {
    const seen = new Set<string>()
    for (const [index, reader] of readers.entries()) {
      const value = labelKey(reader[field])
      if (seen.has(value)) {
        const message = `the same ${field} stands further up`
        context.addIssue({ code: 'custom', path: [index, field], message })
      }
      seen.add(value)
    }
  }
})

/**
 * Who may open what is published, expired people included; nobody if the file is not there. Throws `SyncError`
 * with every mistake, each with its line and field, and never with what stands there.
 */
export async function readReaders(path: string): Promise<Reader[]> {
  return parseReaders((await readersText(path)) ?? '', basename(path))
}

/** The file's text; null if there is none. Throws `SyncError` if it is there and cannot be read. */
export async function readersText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw new SyncError(
      `The readers file cannot be read: ${path}.`,
      'It must be a file that you may read; "sharing: readers:" in the config says where it lies.',
      { cause },
    )
  }
}

/** What the file says, by its text; `name` is for messages. */
export function parseReaders(text: string, name: string): Reader[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [broken] = document.errors
  if (broken) throw damaged(`${name} line ${lines.linePos(broken.pos[0]).line}: not valid YAML`)
  const result = readersSchema.safeParse(plainFile(document, name))
  if (result.success) return result.data
  const [first, ...others] = result.error.issues
    .map((issue) => ({ issue, line: lines.linePos(offsetOf(document, pathOf(issue))).line }))
    .sort((a, b) => a.line - b.line)
    .map(({ issue, line }) => damaged(`${name} line ${line}: ${placeOf(issue)}: ${wordsOf(issue)}`))
  throw new SyncError(first?.message ?? `${name} is damaged.`, remedy, { others })
}

/** Labels, as people tell them apart. */
export function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase()
}

function damaged(what: string): SyncError {
  return new SyncError(`The readers file is damaged: ${what}.`, remedy)
}

/** An alias (`*name`) without its anchor shows only here, as does a bomb of them. */
function plainFile(document: Document, name: string): unknown {
  try {
    return document.toJS() ?? []
  } catch {
    throw damaged(`${name}: not valid YAML`)
  }
}

/** Where an issue stands; an unknown key is at itself. */
function pathOf(issue: z.core.$ZodIssue): PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path
}

/** `person 2, expires`. */
function placeOf(issue: z.core.$ZodIssue): string {
  const [index, field] = pathOf(issue)
  if (typeof index !== 'number') return 'the file'
  return `person ${index + 1}${field === undefined ? '' : `, ${String(field)}`}`
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'unknown key'
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'too_big') return `expected at most ${issue.maximum} letters`
  return issue.message.replace(/^Invalid input: /, '')
}
