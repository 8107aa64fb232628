import { monthOf } from '../calendar.ts'
import type { DemoPayer } from '../payers.ts'
import type { DemoProvider } from '../providers.ts'
import type { DateStyle, MoneyStyle } from './cells.ts'

/** A provider's name as this row spells it: mostly the usual export form, now and then another one. */
export function spellProvider(provider: DemoProvider, row: number): string {
  return spell(provider.aliases[0] ?? provider.name, [provider.name, ...provider.aliases.slice(1)], row)
}

/** A payer's name as this row spells it; empty where none is given. */
export function spellPayer(payer: DemoPayer | null, row: number): string {
  return payer === null ? '' : spell(payer.name, payer.aliases, row)
}

/** Every sixth row or so is spelt another way. */
function spell(usual: string, others: readonly string[], row: number): string {
  const mixed = Math.imul(row + 1, 0x9e3779b1) >>> 0
  if (others.length === 0 || mixed % 6 !== 0) return usual
  return others[Math.floor(mixed / 6) % others.length] ?? usual
}

function monthNumber(day: number): number {
  return Number(monthOf(day).slice(5))
}

/** Whoever made that month's export decided how dates look. */
export function dateStyleOf(day: number): DateStyle {
  return (['serial', 'us', 'serial', 'serial', 'iso', 'serial'] as const)[monthNumber(day) % 6] ?? 'serial'
}

/** And how money looks. */
export function moneyStyleOf(day: number): MoneyStyle {
  return (
    (['number', 'dollar', 'number', 'accounting', 'number', 'trailing'] as const)[monthNumber(day) % 6] ??
    'number'
  )
}
