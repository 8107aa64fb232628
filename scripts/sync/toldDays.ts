import type { Health } from '../../src/bundle/bundle.ts'

/** Days that a published health may hold: in its notes (when a spreadsheet was read last), and of the demo's rows. */
export function toldDays({ tabs, warnings }: Pick<Health, 'tabs' | 'warnings'>): string[] {
  const texts = [...warnings, ...tabs.flatMap(({ newest }) => newest ?? [])]
  return texts.flatMap((text) => text.match(/\d{4}-\d{2}-\d{2}/g) ?? [])
}
