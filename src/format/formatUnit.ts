import { numberFormat } from './numberFormat.ts'

/** A number and its unit, in English whatever language numbers are written in: `34.6 days`, `1 minute`. */
export function formatUnit(value: number, options: Intl.NumberFormatOptions, unit: 'day' | 'minute'): string {
  const text = numberFormat(options).format(value)
  return `${text} ${unit}${/^\D*1$/.test(text) ? '' : 's'}`
}
