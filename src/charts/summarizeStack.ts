import type { ChartFormat, ChartSeries } from './chartData.ts'

interface Stack {
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  readonly format: ChartFormat
  /** Whether the layers of a month add up to something: false for shares of different wholes. */
  readonly additive: boolean
}

/** One sentence on the last month of a stack: its total and its largest layer. */
export function summarizeStack({ categories, series, format, additive }: Stack): string {
  const at = categories.length - 1
  const month = categories[at] ?? ''
  const layers = series
    .map(({ label, values }) => ({ label, value: values[at] ?? null }))
    .filter((layer): layer is { label: string; value: number } => layer.value !== null)
    .toSorted((a, b) => b.value - a.value)
  const [largest] = layers
  if (!largest) return `No data in ${month}.`
  if (!additive) return `${month}: ${largest.label} is the largest, at ${format.full(largest.value)}.`

  const total = layers.reduce((sum, { value }) => sum + value, 0)
  const share = total > 0 && largest.value > 0 ? `, ${Math.round((largest.value / total) * 100)}% of it` : ''
  return `${month}: ${format.full(total)} in all; ${largest.label} is the largest part with ${format.full(largest.value)}${share}.`
}
