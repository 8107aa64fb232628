import { numberTexts } from '../texts/numberTexts.ts'
import { numberFormat } from './numberFormat.ts'

/** A number and its unit, in English whatever language numbers are written in: `34.6 days`, `1 minute`. */
export function formatUnit(value: number, options: Intl.NumberFormatOptions, unit: 'day' | 'minute'): string {
  return numberTexts.counted(numberFormat(options).format(value), unit)
}
