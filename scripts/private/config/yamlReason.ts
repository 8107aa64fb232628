import type { YAMLError } from 'yaml'

/** Kinds of mistake of which the parser speaks without quoting the file. */
const plain: ReadonlySet<string> = new Set([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'BLOCK_IN_FLOW',
  'DUPLICATE_KEY',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'TAB_AS_INDENT',
])

/**
 * Why a text is no YAML, on one line. A config explains the words of a practice's cells, so of a reason that quotes
 * the text only its kind is told.
 */
export function yamlReason({ code, message }: Pick<YAMLError, 'code' | 'message'>): string {
  if (plain.has(code)) return message.split('\n')[0] ?? code
  return code.toLowerCase().replaceAll('_', ' ')
}
