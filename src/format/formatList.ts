import { formatsInForce } from './formats.ts'

/** Made when one is needed, and once: most pages need none before their first number, and a choice of a filter several. */
const made = new Map<string, Intl.ListFormat>()

/** Words as an English list: `a`, `a and b`, `a, b, and c`. */
export function formatList(words: readonly string[]): string {
  const { dates } = formatsInForce()
  const list = made.get(dates) ?? new Intl.ListFormat(dates)
  made.set(dates, list)
  return list.format(words)
}
