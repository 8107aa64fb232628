import { formatsInForce } from './formats.ts'

/** Words as an English list: `a`, `a and b`, `a, b, and c`. */
export function formatList(words: readonly string[]): string {
  // Made when it is needed: most pages need none before their first number.
  return new Intl.ListFormat(formatsInForce().dates).format(words)
}
