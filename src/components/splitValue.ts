import { formatMetricValue } from '../format/formatValue.ts'
import type { Metric } from '../metrics/metric.ts'
import { numberTexts } from '../texts/numberTexts.ts'

/** A value in its two parts, so that the figure can be set large and its unit small. */
export function splitValue(metric: Metric, value: number): { readonly value: string; readonly unit: string } {
  const text = formatMetricValue(metric, value)
  if (metric.unit === 'per_day') return { value: text, unit: numberTexts.perDay }
  const word = numberTexts.unitAtEnd.exec(text)
  return word ? { value: text.slice(0, word.index), unit: word[1] ?? '' } : { value: text, unit: '' }
}
