import { formatMonth } from '../../../src/format/formatMonth.ts'

/** `Total for October 2025` from `2025-10`. */
export function totalLabel(month: string): string {
  return `Total for ${formatMonth(month, 'long')}`
}
