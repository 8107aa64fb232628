import { keptPrivate } from '../format/keptPrivate.ts'
import { withheldNote, type ChartFormat, type ChartSeries, type TargetLine } from './chartData.ts'

interface Trend {
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  readonly format: ChartFormat
  readonly target: TargetLine | null
}

/**
 * One sentence on a trend: the last value, where it came from, its extremes and its target; and another
 * where months are withheld.
 */
export function summarizeTrend(trend: Trend): string {
  return summarize(trend) + withheldNote(trend.categories, trend.series)
}

function summarize({ categories, series, format, target }: Trend): string {
  const [first] = series
  if (!first) return 'No data.'
  if (series.length > 1) return summarizeSeveral(categories, series, format)

  const points = first.values.flatMap((value, index) =>
    value === null ? [] : [{ value, at: categories[index] ?? '' }],
  )
  const last = points.at(-1)
  const before = points.at(-2)
  if (!last) return 'No data in these months.'
  if (!before) return `${format.full(last.value)} in ${last.at}, the only month with data.`

  const direction =
    last.value > before.value ? 'up from' : last.value < before.value ? 'down from' : 'the same as'
  const highest = points.reduce((a, b) => (b.value > a.value ? b : a))
  const lowest = points.reduce((a, b) => (b.value < a.value ? b : a))
  const move =
    direction === 'the same as'
      ? `the same as in ${before.at}`
      : `${direction} ${format.full(before.value)} in ${before.at}`
  const range =
    highest.value === lowest.value
      ? ''
      : `; between ${format.full(lowest.value)} (${lowest.at}) and ${format.full(highest.value)} (${highest.at})`
  const against = target ? `. ${target.label}` : ''
  return `${format.full(last.value)} in ${last.at}, ${move}${range}${against}.`
}

function summarizeSeveral(
  categories: readonly string[],
  series: readonly ChartSeries[],
  format: ChartFormat,
): string {
  const at = categories.length - 1
  const parts = series.map(({ label, values, withheld, unsettled = 0 }) => {
    const early = unsettled > 0 ? ' (still maturing)' : ''
    const value = withheld?.[at] ? keptPrivate.toLowerCase() : format.full(values[at] ?? null)
    return `${label} ${value}${early}`
  })
  // A label may hold a comma itself.
  return `${categories[at] ?? ''}: ${parts.join('; ')}.`
}
