import { keptPrivate } from '../format/keptPrivate.ts'
import { chartTexts as texts } from '../texts/chartTexts.ts'
import { firstUnsettled, type ChartFormat, type ChartSeries } from './chartData.ts'

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
 * One sentence on the last month or quarter of a stack that is final, or else the last: its total and its largest
 * layer; and others where the layers are less than all of it, and on what is still maturing.
 */
export function summarizeStack(stack: Stack): string {
  const { categories, unknown = [], of = 'months' } = stack
  const count = unknown.filter(Boolean).length
  return [
    summarize(stack),
    count === 0 ? '' : texts.incompleteIn(count, categories.length, of),
    maturingNote(stack),
  ].join('')
}

function maturingNote({ categories, series }: Stack): string {
  const from = settledLength({ categories, series })
  const at = categories[from]
  return at === undefined ? '' : texts.stillMaturingFrom(at)
}

/** How many categories are final in every layer. */
function settledLength({ categories, series }: Pick<Stack, 'categories' | 'series'>): number {
  return Math.min(categories.length, ...series.map(firstUnsettled))
}

function summarize({ categories, series, format, additive, unknown = [] }: Stack): string {
  const at = (settledLength({ categories, series }) || categories.length) - 1
  const month = categories[at] ?? ''
  const layers = series
    .map(({ label, values, isSeveral = false }) => ({ label, value: values[at] ?? null, isSeveral }))
    .filter((layer): layer is Layer => layer.value !== null)
    .toSorted((a, b) => b.value - a.value)
  const largest = layers.find(({ isSeveral }) => !isSeveral)
  if (layers.length === 0)
    return unknown[at] ? `${month}: ${keptPrivate.toLowerCase()}.` : texts.noDataIn(month)
  const total = layers.reduce((sum, { value }) => sum + value, 0)
  if (!largest) return `${month}: ${texts.inAllEachPrivate(format.full(total))}`
  const value = format.full(largest.value)
  const several = layers.filter(({ isSeveral }) => isSeveral)
  if (!additive || unknown[at]) {
    const say = several.length === 0 ? texts.largest : texts.largestAmongShown
    return `${month}: ${say(largest.label, value)}`
  }
  // What adds up several is no part by itself, but one in it may be larger than all that are shown.
  const larger = several.find((other) => other.value > largest.value)
  const share =
    total > 0 && largest.value > 0 ? texts.shareOfIt(Math.round((largest.value / total) * 100)) : ''
  const part = (larger ? texts.largestOfShown : texts.largestPart)(largest.label, value, share)
  const other = larger ? texts.otherHas(larger.label, format.full(larger.value)) : ''
  return `${month}: ${texts.inAll(format.full(total))}; ${part}${other}.`
}
