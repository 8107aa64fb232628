import { LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { SyncError } from '../../errors/SyncError.ts'
import { configSchema, type SyncConfig } from './config.ts'
import { nearestName } from './nearestName.ts'
import { offsetOf } from './offsetOf.ts'
import { unknownFields } from './unknownFields.ts'
import { yamlReason } from './yamlReason.ts'

type Path = readonly PropertyKey[]

interface Mistake {
  readonly path: Path
  readonly text: string
}

const hint = 'The keys are explained in scripts/private/config/example.yaml.'

/**
 * Checks the text of a configuration file. Throws `SyncError` that lists every mistake with its key
 * path and line; keys of a config may be echoed, but for those of `maps`, which are words from cells.
 */
export function parseConfig(text: string, name: string): SyncConfig {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    throwAll(
      document.errors.map((error) => {
        const { line } = lines.linePos(error.pos[0])
        return new SyncError(`${name} line ${line}: not valid YAML (${yamlReason(error)}).`, hint)
      }),
    )
  }
  const file = withoutEmptySections(plainFile(document, name))
  const result = configSchema.safeParse(file)
  const fields = unknownFields(file).map(({ path, name: field, known }) => ({
    path,
    text: unknownKey(field, known),
  }))
  if (result.success && fields.length === 0) return result.data
  const found = [...(result.error?.issues.flatMap(mistakesOf) ?? []), ...fields]
  throwAll(
    found
      .map((mistake) => ({ ...mistake, line: lines.linePos(offsetOf(document, mistake.path)).line }))
      .sort((a, b) => a.line - b.line)
      .map(
        ({ path, text: what, line }) =>
          new SyncError(`${name} line ${line}: ${pathText(path)}: ${what}`, hint),
      ),
  )
}

/** The file as plain values. An alias (`*name`) without its anchor shows only here, as does a bomb of them. */
function plainFile(document: Document, name: string): unknown {
  try {
    return document.toJS() ?? {}
  } catch (cause) {
    const reason = 'an alias, such as *name, has no anchor, or there are too many'
    throw new SyncError(`${name}: not valid YAML (${reason}).`, 'Write the values out instead.', { cause })
  }
}

/** A section whose lines are all commented out is as good as left out. */
function withoutEmptySections(file: unknown): unknown {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return file
  return Object.fromEntries(Object.entries(file).filter(([, section]) => section !== null))
}

function throwAll(errors: readonly SyncError[]): never {
  const [first, ...others] = errors
  throw new SyncError(first?.message ?? 'The config is not valid.', first?.hint ?? hint, { others })
}

function mistakesOf(issue: z.core.$ZodIssue): Mistake[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      text: unknownKey(key, knownKeys(issue.path)),
    }))
  }
  if (issue.code === 'invalid_union') return unionMistakes(issue)
  if (issue.code === 'invalid_value') {
    return [{ path: issue.path, text: `expected ${listText(issue.values.map(String))}.` }]
  }
  if (issue.code === 'too_big') return [{ path: issue.path, text: `expected at most ${issue.maximum}.` }]
  if (issue.code === 'too_small') {
    const bound = issue.inclusive === false ? 'more than' : 'at least'
    return [{ path: issue.path, text: `expected ${bound} ${issue.minimum}.` }]
  }
  return [{ path: issue.path, text: `${issue.message.replace(/^Invalid input: /, '')}.` }]
}

/** Of the kinds of pin, the one that was meant: `ignore` and `preset` say which. */
function unionMistakes(issue: z.core.$ZodIssueInvalidUnion): Mistake[] {
  const isPin = issue.path.length === 2 && issue.path[0] === 'tabs'
  if (!isPin) return [{ path: issue.path, text: 'expected a header, or { letter: F }.' }]
  const [data, report, ignored] = issue.errors
  const says = (key: string): boolean =>
    data?.some((inner) => inner.code === 'unrecognized_keys' && inner.keys.includes(key)) === true
  const meant = says('ignore') ? ignored : says('preset') ? report : data
  return (meant ?? []).flatMap((inner) => mistakesOf({ ...inner, path: [...issue.path, ...inner.path] }))
}

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearestName(key, known)
  return near ? `unknown key. Did you mean "${near}"?` : `unknown key. Known: ${known.join(', ')}.`
}

/** Keys that the schema knows at a path, for the suggestion. */
function knownKeys(path: Path): string[] {
  const shape = configSchema.shape
  const section = path[0]
  if (section === undefined) return Object.keys(shape)
  if (section === 'tabs') {
    const kinds = shape.tabs.unwrap().element.options
    return [...new Set(kinds.flatMap((kind) => Object.keys(kind.shape)))]
  }
  if (section === 'sheets') {
    const { shape: known } = shape.sheets.unwrap()
    return Object.keys(path.length === 1 ? known : known.spreadsheets.unwrap().element.shape)
  }
  if (section === 'practice') return Object.keys(shape.practice.unwrap().shape)
  if (section === 'settings') return Object.keys(shape.settings.unwrap().shape)
  if (section === 'sharing') return Object.keys(shape.sharing.unwrap().shape)
  if (section === 'limits') return Object.keys(shape.limits.unwrap().shape)
  return section === 'maps' ? Object.keys(shape.maps.unwrap().shape) : []
}

function listText(values: readonly string[]): string {
  return values.length === 1 ? values.join() : `one of ${values.join(', ')}`
}

/** `tabs[2].columns.amout`; the file itself for the root. A word of a cell that a map explains is not told. */
function pathText(path: Path): string {
  const known = path[0] === 'maps' ? path.slice(0, 2) : path
  const text = known.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return text === '' ? 'the file' : text.replace(/^\./, '')
}
