import { keptPrivate } from '../format/keptPrivate.ts'
import type { ChartFormat, ChartSeries } from './chartData.ts'

interface Stack {
  readonly categories: readonly string[]
  /** What a category is; `months` unless given. */
  readonly of?: 'months' | 'quarters'
  readonly series: readonly ChartSeries[]
  readonly format: ChartFormat
  /** Whether the layers of a category add up to something: false for shares of different wholes. */
  readonly additive: boolean
  /** Of each category whether a part of it is in no layer, because it is withheld. */
  readonly unknown?: readonly boolean[]
}

interface Layer {
  readonly label: string
  readonly value: number
  readonly isSeveral: boolean
}

/**
 * One sentence on the last month or quarter of a stack: its total and its largest layer; and another where
 * the layers are less than all of it.
 */
export function summarizeStack(stack: Stack): string {
  const count = (stack.unknown ?? []).filter(Boolean).length
  const where = `${String(count)} of ${String(stack.categories.length)} ${stack.of ?? 'months'}`
  return summarize(stack) + (count === 0 ? '' : ` Incomplete in ${where}: a part is kept private.`)
}

function summarize({ categories, series, format, additive, unknown = [] }: Stack): string {
  const at = categories.length - 1
  const month = categories[at] ?? ''
  const layers = series
    .map(({ label, values, isSeveral = false }) => ({ label, value: values[at] ?? null, isSeveral }))
    .filter((layer): layer is Layer => layer.value !== null)
    .toSorted((a, b) => b.value - a.value)
  const largest = layers.find(({ isSeveral }) => !isSeveral)
  if (layers.length === 0)
    return unknown[at] ? `${month}: ${keptPrivate.toLowerCase()}.` : `No data in ${month}.`
  const total = layers.reduce((sum, { value }) => sum + value, 0)
  if (!largest) return `${month}: ${format.full(total)} in all, each part kept private.`
  if (!additive || unknown[at])
    return `${month}: ${largest.label} is the largest, at ${format.full(largest.value)}.`

  const share = total > 0 && largest.value > 0 ? `, ${Math.round((largest.value / total) * 100)}% of it` : ''
  return `${month}: ${format.full(total)} in all; ${largest.label} is the largest part with ${format.full(largest.value)}${share}.`
}
